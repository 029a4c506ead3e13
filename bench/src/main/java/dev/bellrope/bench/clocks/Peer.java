package dev.bellrope.bench.clocks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the contestants have in common that are not Bellrope: the tables, the pool, and the effect of a timer. */
abstract class Peer implements Contestant {
    /** As many at work as leave connections for the scheduler itself. */
    static final int THREADS = 16;

    /** How long after a strike the next timer of its subject is due. */
    static final Duration NEXT = Duration.ofHours(2);

    private static final int BATCH = 1000;

    private final Arena.Database database;
    private final HikariDataSource pool;
    private final Effect effect;
    private int subjects;

    Peer(Arena.Database database, Payload payload) {
        this.database = database;
        this.effect = new Effect(payload);
        this.pool = database.pool();
        database.client().sql(Effect.SCHEMA).update();
    }

    final HikariDataSource pool() {
        return pool;
    }

    final JdbcClient client() {
        return database.client();
    }

    final Effect effect() {
        return effect;
    }

    /** Statements separated by semicolons, as products ship them. */
    final void runScript(String script) {
        database.client().sql(script).update();
    }

    /** A timer of a subject. */
    record Timer(String key, Instant due) {}

    @Override
    public final void arm(List<Instant> due) {
        List<Timer> timers = new ArrayList<>();
        for (Instant at : due) {
            timers.add(new Timer("SUB-" + (1000 + subjects++), at));
        }
        for (int from = 0; from < timers.size(); from += BATCH) {
            add(timers.subList(from, Math.min(timers.size(), from + BATCH)));
        }
        schedule(timers);
    }

    /** Arms them, by the fastest documented way. */
    abstract void schedule(List<Timer> timers);

    /** The count of timers that are armed for later. */
    abstract String armedCount();

    private void add(List<Timer> timers) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(Effect.ADD_SUBJECT)) {
            for (Timer timer : timers) {
                int number = Integer.parseInt(timer.key().substring(4));
                statement.setString(1, timer.key());
                statement.setInt(2, number);
                statement.setString(3, "account" + number / 10);
                statement.setString(4, "person" + number % 4);
                statement.setObject(5, timer.due().atOffset(ZoneOffset.UTC));
                statement.setObject(6, timer.due().plus(NEXT.dividedBy(2)).atOffset(ZoneOffset.UTC));
                statement.setString(7, effect.payload().state());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One timer's effect in a transaction of its own. */
    final void strike(String key) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                effect.apply(connection, key, Instant.now().plus(NEXT));
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public final List<String> mistakes(int timers) {
        List<String> found = new ArrayList<>();
        Effect.check(client(), timers, found);
        new Mistakes(client(), timers, found).expect("next timers", armedCount());
        return found;
    }

    /** Lets go of what it holds besides the pool. */
    abstract void end();

    @Override
    public final void close() {
        end();
        pool.close();
        database.close();
    }
}
