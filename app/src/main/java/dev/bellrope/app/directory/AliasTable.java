package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of aliases: what sources call accounts. */
@Component
class AliasTable extends EntryTable<AliasEntry> {
    static final Layout LAYOUT = new Layout(
            "account_alias",
            List.of("source", "match"),
            List.of("key", "account_id"),
            Set.of(),
            "key || ' ' || account_id");

    private static final String OF_ACCOUNT = """
            where removed_at is null
                and account_id = :value
            order by source, match
            """;

    private static final String NAMED = """
            select given.source, given.name, coalesce(l.account_id, a.account_id) as account_id
            from unnest(:sources, :names, :stripped, :matches) as given (source, name, stripped, match)
            left join account_alias l on l.source = given.stripped and l.match = given.match and l.removed_at is null
            left join account a on a.account_id = given.name and a.removed_at is null
            where coalesce(l.account_id, a.account_id) is not null
            """;

    private final JdbcClient client;

    AliasTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        super(client, batches, EntryKind.ALIASES, LAYOUT);
        this.client = client;
    }

    /** Finds the account id for each name: by alias, or else by id. */
    Map<Directory.Name, String> accountsOf(List<Directory.Name> names) {
        Map<Directory.Name, String> found = new HashMap<>();
        client.sql(NAMED)
                .param("sources", names.stream().map(Directory.Name::source).toArray(String[]::new))
                .param("names", names.stream().map(Directory.Name::name).toArray(String[]::new))
                .param(
                        "stripped",
                        names.stream().map(name -> name.source().strip()).toArray(String[]::new))
                .param(
                        "matches",
                        names.stream()
                                .map(name -> AliasEntry.match(name.name()))
                                .toArray(String[]::new))
                .query((row, number) -> found.put(
                        new Directory.Name(row.getString("source"), row.getString("name")),
                        row.getString("account_id")))
                .list();
        return found;
    }

    List<StoredEntry<AliasEntry>> listOf(String account) {
        return list(OF_ACCOUNT, account);
    }

    @Override
    AliasEntry entry(ResultSet row) throws SQLException {
        return new AliasEntry(row.getString("source"), row.getString("key"), row.getString("account_id"));
    }

    @Override
    Map<String, Object> values(AliasEntry entry) {
        return Map.of(
                "key", entry.alias(),
                "account_id", entry.account());
    }
}
