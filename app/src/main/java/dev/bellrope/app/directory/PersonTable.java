package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.PersonEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our people. */
@Component
class PersonTable implements Table<PersonEntry> {
    private static final String FIND = """
            select person_id, name, email, team, function, duties, skills, seniority, calendar, backup,
                revision, changed_at, changed_by, removed_at, removed_by
            from person
            where person_id = :id
            """;
    private static final String LIST = """
            select person_id, name, email, team, function, duties, skills, seniority, calendar, backup,
                revision, changed_at, changed_by, removed_at, removed_by
            from person
            order by person_id
            """;
    private static final String PAGE = """
            select person_id, name, email, team, function, duties, skills, seniority, calendar, backup,
                revision, changed_at, changed_by, removed_at, removed_by
            from person
            where removed_at is null
                and person_id > :id
                and (:search = '' or position(lower(:search) in lower(name || ' ' || email || ' ' || person_id)) > 0)
            order by person_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into person (person_id, name, email, team, function, duties, skills, seniority, calendar, backup,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:id, :name, :email, :team, :function, :duties, :skills, :seniority, :calendar, :backup,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (person_id) do update
            set
                name = excluded.name,
                email = excluded.email,
                team = excluded.team,
                function = excluded.function,
                duties = excluded.duties,
                skills = excluded.skills,
                seniority = excluded.seniority,
                calendar = excluded.calendar,
                backup = excluded.backup,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    PersonTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.PEOPLE;
    }

    @Override
    public Optional<Kept<PersonEntry>> find(List<String> key) {
        return client.sql(FIND).param("id", key.get(0)).query(PersonTable::read).optional();
    }

    @Override
    public List<Kept<PersonEntry>> list() {
        return client.sql(LIST).query(PersonTable::read).list();
    }

    @Override
    public List<Kept<PersonEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("id", after.get(0))
                .param("search", search)
                .param("limit", limit)
                .query(PersonTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<PersonEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(PersonTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<PersonEntry> kept) {
        PersonEntry entry = kept.entry();
        return kept.parameters()
                .addValue("id", entry.key().get(0))
                .addValue("name", entry.name())
                .addValue("email", entry.email())
                .addValue("team", entry.team())
                .addValue("function", entry.function())
                .addValue("duties", entry.duties().toArray(String[]::new))
                .addValue("skills", entry.skills().toArray(String[]::new))
                .addValue("seniority", entry.seniority())
                .addValue("calendar", entry.calendar())
                .addValue("backup", entry.backup());
    }

    private static Kept<PersonEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new PersonEntry(
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("team"),
                        row.getString("function"),
                        Kept.texts(row, "duties"),
                        Kept.texts(row, "skills"),
                        row.getInt("seniority"),
                        row.getString("calendar"),
                        row.getString("backup")),
                row);
    }
}
