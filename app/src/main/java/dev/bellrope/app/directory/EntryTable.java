package dev.bellrope.app.directory;

import static java.util.stream.Collectors.joining;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of one kind of entry. All kinds share the same statements, apart from their columns; the resulting SQL is
 * in {@code src/test/resources/approved/directory/statements.sql}.
 */
abstract class EntryTable<E extends Entry> {
    /** The column with the account, in every table of something that belongs to one. */
    private static final String ACCOUNT = "account_id";

    private final JdbcClient client;
    private final NamedParameterJdbcOperations batches;
    private final EntryKind kind;
    private final Layout layout;

    EntryTable(JdbcClient client, NamedParameterJdbcOperations batches, EntryKind kind, Layout layout) {
        this.client = client;
        this.batches = batches;
        this.kind = kind;
        this.layout = layout;
    }

    /**
     * A table and its columns. Each parameter is named after its column.
     *
     * @param name the name of the table
     * @param key the columns of the primary key
     * @param values the other columns, except those that say who wrote the row and when
     * @param json the value columns of type jsonb
     * @param search an SQL expression for the text of a row that a search looks in
     */
    record Layout(String name, List<String> key, List<String> values, Set<String> json, String search) {
        private static final List<String> WRITTEN =
                List.of("revision", "changed_at", "changed_by", "removed_at", "removed_by");

        /** Returns a select without condition or order. */
        String select() {
            return """
                    select %s
                    from %s
                    """.formatted(list(columns()), name);
        }

        String find() {
            return select() + """
                    where (%s) = (%s)
                    """.formatted(list(key), parameters(key));
        }

        String all() {
            return select() + """
                    order by %s
                    """.formatted(list(key));
        }

        /** @param visible the condition on the account of the rows, from {@link VisibleAccounts#and} */
        String page(String visible) {
            return select() + """
                    where removed_at is null
                        and (%s) > (%s)
                        and (:search = '' or position(lower(:search) in lower(%s)) > 0)%s
                    order by %s
                    limit :limit
                    """.formatted(list(key), parameters(key), search, visible, list(key));
        }

        String write() {
            return """
                    insert into %s (%s)
                    values (%s)
                    on conflict (%s) do update
                    set %s
                    """.formatted(
                            name,
                            list(columns()),
                            parameters(columns()),
                            list(key),
                            Stream.concat(values.stream(), WRITTEN.stream())
                                    .map(column -> column + " = excluded." + column)
                                    .collect(joining(", ")));
        }

        private List<String> columns() {
            List<String> columns = new ArrayList<>(key);
            columns.addAll(values);
            columns.addAll(WRITTEN);
            return columns;
        }

        private static String list(List<String> columns) {
            return String.join(", ", columns);
        }

        private String parameters(List<String> columns) {
            return columns.stream()
                    .map(column -> json.contains(column) ? "cast(:" + column + " as jsonb)" : ":" + column)
                    .collect(joining(", "));
        }

        private Map<String, String> keyed(List<String> words) {
            Map<String, String> keyed = new LinkedHashMap<>();
            for (int i = 0; i < key.size(); i++) {
                keyed.put(key.get(i), words.get(i));
            }
            return keyed;
        }
    }

    /** Reads an entry from a row. */
    abstract E entry(ResultSet row) throws SQLException;

    /** Returns the values of an entry, by column. */
    abstract Map<String, Object> values(E entry);

    final EntryKind kind() {
        return kind;
    }

    /** Finds a row by key, even if it was removed. */
    final Optional<StoredEntry<E>> find(List<String> key) {
        return client.sql(layout.find())
                .params(layout.keyed(key))
                .query(this::read)
                .optional();
    }

    /** Lists all rows in the order of their keys, including removed ones. */
    final List<StoredEntry<E>> list() {
        return client.sql(layout.all()).query(this::read).list();
    }

    /**
     * Lists a page of rows that were not removed, in the order of their keys.
     *
     * @param search a part of the text to search; empty for all
     * @param after the key of the last row of the previous page; empty strings for the first page
     */
    final List<StoredEntry<E>> page(String search, List<String> after, VisibleAccounts visible, int limit) {
        String ofVisible = kind.part() == EntryKind.DirectoryPart.CUSTOMERS ? visible.and(ACCOUNT) : "";
        return visible.in(client.sql(layout.page(ofVisible)))
                .params(layout.keyed(after))
                .param("search", search)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /**
     * Lists some rows.
     *
     * @param which the condition and the order, in SQL
     * @param parameter the value of the parameter {@code value} in the condition
     */
    final List<StoredEntry<E>> list(String which, Object parameter) {
        return client.sql(layout.select() + which)
                .param("value", parameter)
                .query(this::read)
                .list();
    }

    /** Inserts or replaces rows. */
    final void write(List<StoredEntry<E>> rows) {
        batches.batchUpdate(layout.write(), rows.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private MapSqlParameterSource parameters(StoredEntry<E> row) {
        return row.parameters().addValues(layout.keyed(row.entry().key())).addValues(values(row.entry()));
    }

    private StoredEntry<E> read(ResultSet row, int number) throws SQLException {
        return StoredEntry.read(entry(row), row);
    }
}
