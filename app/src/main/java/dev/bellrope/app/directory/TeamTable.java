package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.TeamEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our teams. */
@Component
class TeamTable implements Table<TeamEntry> {
    private static final String FIND = """
            select team_id, name, calendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from team
            where team_id = :id
            """;
    private static final String LIST = """
            select team_id, name, calendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from team
            order by team_id
            """;
    private static final String PAGE = """
            select team_id, name, calendar,
                revision, changed_at, changed_by, removed_at, removed_by
            from team
            where removed_at is null
                and team_id > :id
                and (:search = '' or position(lower(:search) in lower(name || ' ' || team_id)) > 0)
            order by team_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into team (team_id, name, calendar,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:id, :name, :calendar,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (team_id) do update
            set
                name = excluded.name,
                calendar = excluded.calendar,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    TeamTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.TEAMS;
    }

    @Override
    public Optional<Kept<TeamEntry>> find(List<String> key) {
        return client.sql(FIND).param("id", key.get(0)).query(TeamTable::read).optional();
    }

    @Override
    public List<Kept<TeamEntry>> list() {
        return client.sql(LIST).query(TeamTable::read).list();
    }

    @Override
    public List<Kept<TeamEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("id", after.get(0))
                .param("search", search)
                .param("limit", limit)
                .query(TeamTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<TeamEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(TeamTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<TeamEntry> kept) {
        TeamEntry entry = kept.entry();
        return kept.parameters()
                .addValue("id", entry.key().get(0))
                .addValue("name", entry.name())
                .addValue("calendar", entry.calendar());
    }

    private static Kept<TeamEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new TeamEntry(row.getString("team_id"), row.getString("name"), row.getString("calendar")), row);
    }
}
