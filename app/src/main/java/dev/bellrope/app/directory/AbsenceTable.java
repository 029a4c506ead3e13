package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
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

/** The table of our people's absences. */
@Component
class AbsenceTable extends EntryTable<AbsenceEntry> {
    static final Layout LAYOUT = new Layout(
            "absence",
            List.of("person_id", "absence_id"),
            List.of("away_from", "away_until", "reason"),
            Set.of(),
            "person_id || ' ' || reason");

    private static final String OF_PERSON = """
            where removed_at is null
                and person_id = :value
            order by away_from, absence_id
            """;

    AbsenceTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.ABSENCES, LAYOUT);
    }

    List<StoredEntry<AbsenceEntry>> listOf(String person) {
        return list(OF_PERSON, person);
    }

    @Override
    AbsenceEntry entry(ResultSet row) throws SQLException {
        return new AbsenceEntry(
                row.getString("person_id"),
                row.getString("absence_id"),
                row.getString("away_from"),
                row.getString("away_until"),
                row.getString("reason"));
    }

    @Override
    Map<String, Object> values(AbsenceEntry entry) {
        return Map.of(
                "away_from", entry.from(),
                "away_until", entry.until(),
                "reason", entry.reason());
    }
}
