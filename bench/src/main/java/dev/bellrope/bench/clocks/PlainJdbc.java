package dev.bellrope.bench.clocks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The limit: the same rows by statements over whole batches, and nothing else. It decides nothing, knows of no second node's troubles,
 * and gives up the order in which timers are due.
 */
final class PlainJdbc extends Peer {
    private static final int BATCH = 500;
    private static final int WORKERS = 3;

    private static final String TABLE = """
            create table timer (subject text primary key, at timestamptz not null);
            create index timer_due on timer (at);
            """;

    private static final String ADD = """
            insert into timer (subject, at) select * from unnest(?, ?)
            """;

    private static final String TAKE = """
            update timer set at = ?
            where subject in (select subject from timer where at <= ? order by at limit ? for update skip locked)
            returning subject
            """;

    private static final String LOAD = """
            select key, due_at, sequence + 1, state from subject where key = any(?) for update
            """;

    private static final String ADD_EVENTS = """
            insert into event (subject, sequence, at, due_at, name, actor, body)
            select key, sequence, ?, due_at, 'target-warned', 'system', cast(body as jsonb)
            from unnest(?, ?, ?, ?) as given (key, sequence, due_at, body)
            """;

    private static final String CHANGE = """
            update subject set status = 'active', due_at = ?, sequence = given.sequence, state = cast(given.state as jsonb)
            from unnest(?, ?, ?) as given (key, sequence, state)
            where subject.key = given.key and subject.sequence = given.sequence - 1
            """;

    private static final String ADD_MESSAGES = """
            insert into outbox (message_id, dedupe, subject_key, recipient, subject, body, due_at, state)
            select id, key || ':' || sequence, key, 'ana', ?, body, ?, 'waiting'
            from unnest(?, ?, ?, ?) as given (id, key, sequence, body)
            """;

    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean going;

    PlainJdbc(Arena.Database database, Payload payload) {
        super(database, payload);
        runScript(TABLE);
    }

    @Override
    public String name() {
        return "plain JDBC (the limit)";
    }

    @Override
    public String settings() {
        return WORKERS + " threads, batches of " + BATCH;
    }

    @Override
    void schedule(List<Timer> timers) {
        try (Connection connection = pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, array(connection, "text", timers.stream().map(Timer::key)));
            statement.setArray(
                    2,
                    array(
                            connection,
                            "timestamptz",
                            timers.stream().map(timer -> timer.due().atOffset(ZoneOffset.UTC))));
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    String armedCount() {
        return "select count(*) from timer join subject on key = subject where at = due_at and sequence = 1";
    }

    @Override
    public void go() {
        going = true;
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofPlatform().start(this::work));
        }
    }

    private void work() {
        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            while (going) {
                if (batch(connection) == 0) {
                    connection.rollback();
                    Thread.sleep(1);
                } else {
                    connection.commit();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int batch(Connection connection) throws SQLException {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        OffsetDateTime next = now.plus(NEXT);
        List<String> taken = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, next);
            take.setObject(2, now);
            take.setInt(3, BATCH);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getString(1));
                }
            }
        }
        if (!taken.isEmpty()) {
            write(connection, now, next, load(connection, taken));
        }
        return taken.size();
    }

    private record Loaded(String key, OffsetDateTime due, long sequence, String state) {}

    private static List<Loaded> load(Connection connection, List<String> keys) throws SQLException {
        List<Loaded> loaded = new ArrayList<>();
        try (PreparedStatement load = connection.prepareStatement(LOAD)) {
            load.setArray(1, array(connection, "text", keys.stream()));
            try (ResultSet row = load.executeQuery()) {
                while (row.next()) {
                    loaded.add(new Loaded(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class),
                            row.getLong(3),
                            row.getString(4)));
                }
            }
        }
        return loaded;
    }

    private void write(Connection connection, OffsetDateTime now, OffsetDateTime next, List<Loaded> loaded)
            throws SQLException {
        Payload payload = effect().payload();
        Array keys = array(connection, "text", loaded.stream().map(Loaded::key));
        Array sequences = array(connection, "bigint", loaded.stream().map(Loaded::sequence));
        Array dues = array(connection, "timestamptz", loaded.stream().map(Loaded::due));
        Array events = array(connection, "text", loaded.stream().map(one -> payload.event()));
        Array states = array(connection, "text", loaded.stream().map(Loaded::state));
        Array ids = array(connection, "uuid", loaded.stream().map(one -> UUID.randomUUID()));
        Array bodies = array(connection, "text", loaded.stream().map(one -> payload.body()));
        update(connection, ADD_EVENTS, now, keys, sequences, dues, events);
        update(connection, CHANGE, next, keys, sequences, states);
        update(connection, ADD_MESSAGES, payload.subject(), now, ids, keys, sequences, bodies);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    @Override
    public void rest() {
        going = false;
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        workers.clear();
    }

    @Override
    void end() {
        rest();
    }
}
