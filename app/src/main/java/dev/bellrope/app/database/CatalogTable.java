package dev.bellrope.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The tables of a database, for a backup. Sessions are left out: people sign in again. */
final class CatalogTable {
    private static final Set<String> LEFT_OUT =
            Set.of("http_session", "http_session_attributes", "flyway_schema_history");

    /** Tables with a row from the beginning. */
    private static final Set<String> NEVER_EMPTY = Set.of("installation", "directory_revision");

    private final Connection connection;

    CatalogTable(Connection connection) {
        this.connection = connection;
    }

    /** Lists the migrations that created the schema; empty if the database has no Bellrope. */
    List<String> migrations() throws SQLException {
        return list("select to_regclass('flyway_schema_history')::text").getFirst() == null ? List.of() : list("""
                        select version || ' ' || description from flyway_schema_history
                        where success and version is not null order by version""");
    }

    /** Returns the last value of every sequence; if queried after the rows were read, it is beyond all of them. */
    Map<String, Long> numbers() throws SQLException {
        Map<String, Long> last = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null""")) {
            while (row.next()) {
                last.put(row.getString(1), row.getLong(2));
            }
        }
        return last;
    }

    /** Sets the sequences to continue from these values. */
    void goOnFrom(Map<String, Long> last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(to_regclass(?), ?)")) {
            for (Map.Entry<String, Long> number : last.entrySet()) {
                statement.setString(1, quoted(number.getKey()));
                statement.setLong(2, number.getValue());
                statement.execute();
            }
        }
    }

    /** Returns the names of all tables, referenced tables before those that refer to them. */
    List<String> inOrder() throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (String table : list("""
                select relname from pg_class
                where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname""")) {
            if (!LEFT_OUT.contains(table)) {
                needs.put(table, new LinkedHashSet<>());
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select child.relname, parent.relname
                        from pg_constraint
                        join pg_class child on child.oid = conrelid
                        join pg_class parent on parent.oid = confrelid
                        where contype = 'f' and child.oid <> parent.oid
                          and child.relnamespace = current_schema()::regnamespace""")) {
            while (row.next()) {
                Set<String> of = needs.get(row.getString(1));
                if (of != null) {
                    of.add(row.getString(2));
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < needs.size()) {
            int before = ordered.size();
            needs.forEach((table, parents) -> {
                if (ordered.containsAll(parents)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new SQLException("tables that refer to each other in a circle: " + needs.keySet());
            }
        }
        return new ArrayList<>(ordered);
    }

    /** Returns the stored columns, without generated ones. */
    List<String> columns(String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select attname from pg_attribute
                where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = ''
                order by attnum""")) {
            statement.setString(1, quoted(table));
            return list(statement);
        }
    }

    /** Lists the tables that contain entered data, with the number of rows. */
    List<String> withRows() throws SQLException {
        List<String> full = new ArrayList<>();
        for (String table : inOrder()) {
            String rows = list("select count(*)::text from " + quoted(table)).getFirst();
            if (!NEVER_EMPTY.contains(table) && !rows.equals("0")) {
                full.add(table + " " + rows);
            }
        }
        return full;
    }

    /** Deletes the rows that a new database comes with. */
    void empty(String table) throws SQLException {
        if (NEVER_EMPTY.contains(table)) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + quoted(table));
            }
        }
    }

    /** Writes a table's rows as CSV, and returns their number. */
    long read(String table, List<String> columns, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + quoted(columns) + " from " + quoted(table)
                                + ") to stdout (format csv, header, encoding 'UTF8')",
                        out);
    }

    /** Reads a table's rows from CSV, and returns their number. */
    long write(String table, List<String> columns, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + quoted(table) + " (" + quoted(columns)
                                + ") from stdin (format csv, header match, encoding 'UTF8')",
                        in);
    }

    private List<String> list(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return list(statement);
        }
    }

    private static List<String> list(PreparedStatement statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(CatalogTable::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
