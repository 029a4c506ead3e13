package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of our teams. */
@Component
class TeamTable extends EntryTable<TeamEntry> {
    static final Layout LAYOUT =
            new Layout("team", List.of("team_id"), List.of("name", "calendar"), Set.of(), "name || ' ' || team_id");

    TeamTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.TEAMS, LAYOUT);
    }

    @Override
    TeamEntry entry(ResultSet row) throws SQLException {
        return new TeamEntry(row.getString("team_id"), row.getString("name"), row.getString("calendar"));
    }

    @Override
    Map<String, Object> values(TeamEntry entry) {
        return Map.of(
                "name", entry.name(),
                "calendar", entry.calendar());
    }
}
