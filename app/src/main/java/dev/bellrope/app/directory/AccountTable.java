package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.FactValues;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts. */
@Component
class AccountTable extends EntryTable<AccountEntry> {
    static final Layout LAYOUT = new Layout(
            "account",
            List.of("account_id"),
            List.of("name", "plan", "region", "facts", "people"),
            Set.of("facts", "people"),
            "name || ' ' || account_id");

    private static final String SOME = """
            where account_id = any(:value)
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

    AccountTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.ACCOUNTS, LAYOUT);
        this.client = client;
    }

    /** Lists the accounts with the given ids, in no particular order. */
    List<StoredEntry<AccountEntry>> listOf(List<String> ids) {
        return list(SOME, ids.toArray(String[]::new));
    }

    /** Lists the ids of the first accounts for which a person has a role. */
    List<String> listIdsWith(String person, int limit) {
        return client.sql(WITH_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> row.getString("account_id"))
                .list();
    }

    @Override
    AccountEntry entry(ResultSet row) throws SQLException {
        return new AccountEntry(
                row.getString("account_id"),
                row.getString("name"),
                row.getString("plan"),
                row.getString("region"),
                FactValues.facts(row.getString("facts")),
                FactValues.texts(row.getString("people")));
    }

    @Override
    Map<String, Object> values(AccountEntry entry) {
        return Map.of(
                "name", entry.name(),
                "plan", entry.plan(),
                "region", entry.region(),
                "facts", FactValues.json(entry.facts()),
                "people", FactValues.json(entry.people()));
    }
}
