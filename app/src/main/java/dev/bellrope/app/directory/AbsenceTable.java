package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.AbsenceEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When our people are away. */
@Component
class AbsenceTable implements Table<AbsenceEntry> {
    private static final String FIND = """
            select person_id, absence_id, away_from, away_until, reason,
                revision, changed_at, changed_by, removed_at, removed_by
            from absence
            where person_id = :person and absence_id = :id
            """;
    private static final String LIST = """
            select person_id, absence_id, away_from, away_until, reason,
                revision, changed_at, changed_by, removed_at, removed_by
            from absence
            order by person_id, absence_id
            """;
    private static final String PAGE = """
            select person_id, absence_id, away_from, away_until, reason,
                revision, changed_at, changed_by, removed_at, removed_by
            from absence
            where removed_at is null
                and (person_id, absence_id) > (:person, :id)
                and (:search = '' or position(lower(:search) in lower(person_id || ' ' || reason)) > 0)
            order by person_id, absence_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into absence (person_id, absence_id, away_from, away_until, reason,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:person, :id, :from, :until, :reason,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (person_id, absence_id) do update
            set
                away_from = excluded.away_from,
                away_until = excluded.away_until,
                reason = excluded.reason,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private static final String OF_PERSON = """
            select person_id, absence_id, away_from, away_until, reason,
                revision, changed_at, changed_by, removed_at, removed_by
            from absence
            where removed_at is null
                and person_id = :person
            order by away_from, absence_id
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    AbsenceTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.ABSENCES;
    }

    @Override
    public Optional<Kept<AbsenceEntry>> find(List<String> key) {
        return client.sql(FIND)
                .param("person", key.get(0))
                .param("id", key.get(1))
                .query(AbsenceTable::read)
                .optional();
    }

    @Override
    public List<Kept<AbsenceEntry>> list() {
        return client.sql(LIST).query(AbsenceTable::read).list();
    }

    @Override
    public List<Kept<AbsenceEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("person", after.get(0))
                .param("id", after.get(1))
                .param("search", search)
                .param("limit", limit)
                .query(AbsenceTable::read)
                .list();
    }

    List<Kept<AbsenceEntry>> listOf(String person) {
        return client.sql(OF_PERSON)
                .param("person", person)
                .query(AbsenceTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<AbsenceEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(AbsenceTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<AbsenceEntry> kept) {
        AbsenceEntry entry = kept.entry();
        return kept.parameters()
                .addValue("person", entry.key().get(0))
                .addValue("id", entry.key().get(1))
                .addValue("from", entry.from())
                .addValue("until", entry.until())
                .addValue("reason", entry.reason());
    }

    private static Kept<AbsenceEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new AbsenceEntry(
                        row.getString("person_id"),
                        row.getString("absence_id"),
                        row.getString("away_from"),
                        row.getString("away_until"),
                        row.getString("reason")),
                row);
    }
}
