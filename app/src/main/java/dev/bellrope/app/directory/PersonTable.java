package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of our people. */
@Component
class PersonTable extends EntryTable<PersonEntry> {
    static final Layout LAYOUT = new Layout(
            "person",
            List.of("person_id"),
            List.of("name", "email", "team", "function", "duties", "skills", "seniority", "calendar", "backup"),
            Set.of(),
            "name || ' ' || email || ' ' || person_id");

    PersonTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.PEOPLE, LAYOUT);
    }

    @Override
    PersonEntry entry(ResultSet row) throws SQLException {
        return new PersonEntry(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("team"),
                row.getString("function"),
                StoredEntry.texts(row, "duties"),
                StoredEntry.texts(row, "skills"),
                row.getInt("seniority"),
                row.getString("calendar"),
                row.getString("backup"));
    }

    @Override
    Map<String, Object> values(PersonEntry entry) {
        return Map.of(
                "name", entry.name(),
                "email", entry.email(),
                "team", entry.team(),
                "function", entry.function(),
                "duties", entry.duties().toArray(String[]::new),
                "skills", entry.skills().toArray(String[]::new),
                "seniority", entry.seniority(),
                "calendar", entry.calendar(),
                "backup", entry.backup());
    }
}
