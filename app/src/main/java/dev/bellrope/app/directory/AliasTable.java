package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Entry.AliasEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sources call accounts. */
@Component
class AliasTable implements Table<AliasEntry> {
    private static final String FIND = """
            select source, match, key, account_id,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_alias
            where source = :source and match = :match
            """;
    private static final String LIST = """
            select source, match, key, account_id,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_alias
            order by source, match
            """;
    private static final String PAGE = """
            select source, match, key, account_id,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_alias
            where removed_at is null
                and (source, match) > (:source, :match)
                and (:search = '' or position(lower(:search) in lower(key || ' ' || account_id)) > 0)
            order by source, match
            limit :limit
            """;
    private static final String WRITE = """
            insert into account_alias (source, match, key, account_id,
                revision, changed_at, changed_by, removed_at, removed_by)
            values (:source, :match, :alias, :account,
                :revision, :changedAt, :changedBy, :removedAt, :removedBy)
            on conflict (source, match) do update
            set
                key = excluded.key,
                account_id = excluded.account_id,
                revision = excluded.revision,
                changed_at = excluded.changed_at,
                changed_by = excluded.changed_by,
                removed_at = excluded.removed_at,
                removed_by = excluded.removed_by
            """;

    private static final String OF_ACCOUNT = """
            select source, match, key, account_id,
                revision, changed_at, changed_by, removed_at, removed_by
            from account_alias
            where removed_at is null
                and account_id = :account
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
    private final NamedParameterJdbcOperations batches;

    AliasTable(JdbcClient client, NamedParameterJdbcOperations batches) {
        this.client = client;
        this.batches = batches;
    }

    /** Whom each of them means: by alias, else by id. */
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

    @Override
    public Kind kind() {
        return Kind.ALIASES;
    }

    @Override
    public Optional<Kept<AliasEntry>> find(List<String> key) {
        return client.sql(FIND)
                .param("source", key.get(0))
                .param("match", key.get(1))
                .query(AliasTable::read)
                .optional();
    }

    @Override
    public List<Kept<AliasEntry>> list() {
        return client.sql(LIST).query(AliasTable::read).list();
    }

    @Override
    public List<Kept<AliasEntry>> page(String search, List<String> after, int limit) {
        return client.sql(PAGE)
                .param("source", after.get(0))
                .param("match", after.get(1))
                .param("search", search)
                .param("limit", limit)
                .query(AliasTable::read)
                .list();
    }

    List<Kept<AliasEntry>> listOf(String account) {
        return client.sql(OF_ACCOUNT)
                .param("account", account)
                .query(AliasTable::read)
                .list();
    }

    @Override
    public void write(List<Kept<AliasEntry>> rows) {
        batches.batchUpdate(WRITE, rows.stream().map(AliasTable::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Kept<AliasEntry> kept) {
        AliasEntry entry = kept.entry();
        return kept.parameters()
                .addValue("source", entry.key().get(0))
                .addValue("match", entry.key().get(1))
                .addValue("alias", entry.alias())
                .addValue("account", entry.account());
    }

    private static Kept<AliasEntry> read(ResultSet row, int number) throws SQLException {
        return Kept.read(
                new AliasEntry(row.getString("source"), row.getString("key"), row.getString("account_id")), row);
    }
}
