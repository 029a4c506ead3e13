package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.AccountEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers. */
@Component
class AccountTable implements Table<AccountEntry> {
    private static final String FIND = """
            select account_id, name, plan, region, facts, people,
                revision, changed_at, changed_by, removed_at, removed_by
            from account
            where account_id = :id
            """;
    private static final String SOME = """
            select account_id, name, plan, region, facts, people,
                revision, changed_at, changed_by, removed_at, removed_by
            from account
            where account_id = any(:ids)
            """;
    private static final String LIST = """
            select account_id, name, plan, region, facts, people,
                revision, changed_at, changed_by, removed_at, removed_by
            from account
            order by account_id
            """;
    private static final String PAGE = """
            select account_id, name, plan, region, facts, people,
                revision, changed_at, changed_by, removed_at, removed_by
            from account
            where removed_at is null
                and account_id > :id
                and (:search = '' or position(lower(:search) in lower(name || ' ' || account_id)) > 0)
            order by account_id
            limit :limit
            """;
    private static final String WRITE = """
            insert into account (account_id, name, plan, region, facts, people,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:id, :name, :plan, :region, cast(:facts as jsonb), cast(:people as jsonb),
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (account_id) do update
            set
                name = excluded.name,
                plan = excluded.plan,
                region = excluded.region,
                facts = excluded.facts,
                people = excluded.people,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private static final String WITH_PERSON = """
            select account_id
            from account
            where removed_at is null
                and exists (select 1 from jsonb_each_text(people) as role where role.value = :person)
            order by account_id
            limit :limit
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;

    AccountTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    @Override
    public Kind kind() {
        return Kind.ACCOUNTS;
    }

    @Override
    public Optional<Kept<AccountEntry>> find(List<String> key) {
        return client.sql(FIND)
                .param("id", key.get(0))
                .query(AccountTable::read)
                .optional();
    }

    /** Those of these ids, in no order. */
    List<Kept<AccountEntry>> listOf(List<String> ids) {
        return client.sql(SOME)
                .param("ids", ids.toArray(String[]::new))
                .query(AccountTable::read)
                .list();
    }

    @Override
    public List<Kept<AccountEntry>> list() {
        return client.sql(LIST).query(AccountTable::read).list();
    }

    @Override
    public List<Kept<AccountEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("id", after.get(0))
                .param("search", search)
                .param("limit", limit)
                .query(AccountTable::read)
                .list();
    }

    /** The ids of the first accounts that a person has a role for. */
    List<String> listIdsWith(String person, int limit) {
        return client.sql(WITH_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> row.getString("account_id"))
                .list();
    }

    @Override
    public void write(List<Kept<AccountEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(AccountTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<AccountEntry> kept) {
        AccountEntry entry = kept.entry();
        return kept.parameters()
                .addValue("id", entry.key().get(0))
                .addValue("name", entry.name())
                .addValue("plan", entry.plan())
                .addValue("region", entry.region())
                .addValue("facts", FactValues.json(entry.facts()))
                .addValue("people", FactValues.json(entry.people()));
    }

    private static Kept<AccountEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new AccountEntry(
                        row.getString("account_id"),
                        row.getString("name"),
                        row.getString("plan"),
                        row.getString("region"),
                        FactValues.facts(row.getString("facts")),
                        FactValues.texts(row.getString("people"))),
                row);
    }
}
