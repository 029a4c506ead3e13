package dev.bellrope.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The limit: the rows that became of signals, written again into the same tables, and nothing else. */
final class WrittenRows {
    /** Each table with what says which signal its row became of: the signal's number. Those that others refer to come first. */
    private static final Map<String, String> TABLES = tables();

    private static final String NUMBER_OF_ACCOUNT = "cast(substr(e.account, 5) as integer)";

    private final Map<String, String> inserts = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<Object[]>>> rows = new HashMap<>();
    private long count;

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("signal", "select t.*, cast(t.external_id as integer) from signal t where source = 'bench'");
        tables.put("ticket", "select t.*, cast(substr(t.id, 3) as integer) from ticket t");
        tables.put("escalation", "select e.*, " + NUMBER_OF_ACCOUNT + " from escalation e");
        String ofEscalation = "select t.*, " + NUMBER_OF_ACCOUNT + " from %s t join escalation e on e.key = t.%s";
        tables.put("escalation_event", ofEscalation.formatted("escalation_event", "escalation"));
        tables.put("escalation_person", ofEscalation.formatted("escalation_person", "escalation"));
        tables.put("outbox", ofEscalation.formatted("outbox", "escalation_key"));
        tables.put(
                "inbox",
                "select t.*, " + NUMBER_OF_ACCOUNT
                        + " from inbox t join outbox o using (message_id) join escalation e on e.key = o.escalation_key");
        tables.put("alarm", """
                select t.*, coalesce(%s, cast(substr(t.key, 3) as integer))
                from alarm t left join escalation e on t.kind = 'escalation' and e.key = t.key
                """.formatted(NUMBER_OF_ACCOUNT));
        return tables;
    }

    /** Reads them, and empties the tables. */
    static WrittenRows take(DataSource source) {
        WrittenRows written = new WrittenRows();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                try (ResultSet row = statement.executeQuery(table.getValue())) {
                    written.read(table.getKey(), row, generated(connection, table.getKey()));
                }
            }
            // History is kept from everybody, also from us, by a trigger.
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", TABLES.keySet()) + " cascade");
            statement.execute("set session_replication_role = default");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return written;
    }

    private void read(String table, ResultSet row, Set<String> generated) throws SQLException {
        ResultSetMetaData about = row.getMetaData();
        int last = about.getColumnCount();
        List<String> names = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int column = 1; column < last; column++) {
            if (!generated.contains(about.getColumnName(column))) {
                names.add(about.getColumnName(column));
                columns.add(column);
            }
        }
        inserts.put(
                table,
                "insert into " + table + " (" + String.join(", ", names) + ") values (?"
                        + ", ?".repeat(columns.size() - 1) + ")");
        Map<Integer, List<Object[]>> ofSignals = new HashMap<>();
        while (row.next()) {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(columns.get(i));
            }
            ofSignals
                    .computeIfAbsent(row.getInt(last), number -> new ArrayList<>())
                    .add(values);
            count++;
        }
        rows.put(table, ofSignals);
    }

    /** The columns that the database fills in by itself, and nobody else may. */
    private static Set<String> generated(Connection connection, String table) throws SQLException {
        Set<String> generated = new HashSet<>();
        try (ResultSet column = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (column.next()) {
                if (column.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    generated.add(column.getString("COLUMN_NAME"));
                }
            }
        }
        return generated;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** Writes what became of these signals, in one transaction. */
    void write(DataSource source, List<Event> events) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, String> insert : inserts.entrySet()) {
                Map<Integer, List<Object[]>> ofSignals = rows.getOrDefault(insert.getKey(), Map.of());
                try (PreparedStatement statement = connection.prepareStatement(insert.getValue())) {
                    int added = 0;
                    for (Event event : events) {
                        for (Object[] values : ofSignals.getOrDefault(event.number(), List.of())) {
                            for (int i = 0; i < values.length; i++) {
                                statement.setObject(i + 1, values[i]);
                            }
                            statement.addBatch();
                            added++;
                        }
                    }
                    if (added > 0) {
                        statement.executeBatch();
                    }
                }
            }
            connection.commit();
        }
    }
}
