package dev.bellrope.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.AsOf;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A standby that is there, with connections of its own: whatever becomes of it, the database itself has the answer. */
final class Standby implements Replica, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
    private static final int CONNECTIONS = 10;

    /** The database itself has the same answer, so a connection is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** No list takes as long; a machine that is gone without a word is given up then. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    /** After that it is left out, and no further list is asked of it. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** From here on whoever reads is told how old it is. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration TELL_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final HikariDataSource pool;
    private final HikariDataSource watching;
    private final StandbyWatch watch;
    private final StandbyMeters meters;
    private final Clock clock;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);

    Standby(Settings.Database address, JdbcClient database, MeterRegistry registry, Clock clock) {
        this.database = database;
        this.pool = pool("bellrope-replica", address, CONNECTIONS, LONGEST_READ);
        this.pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        // A connection of its own: while readers have all the others, the standby is still there.
        this.watching = pool("bellrope-replica-watch", address, 1, LONGEST_LOOK);
        // What is left of a server that is gone would be tried, and told of, connection by connection.
        this.watch = new StandbyWatch(
                database,
                JdbcClient.create(watching),
                () -> pool.getHikariPoolMXBean().softEvictConnections(),
                clock);
        this.clock = clock;
        this.meters = new StandbyMeters(
                registry, () -> watch.asOf().map(this::secondsSince).orElse(Double.NaN));
    }

    void start() {
        watch.start();
    }

    @Override
    public <T> T read(Function<JdbcClient, T> reading) {
        Optional<Instant> asOf = writes() ? Optional.empty() : watch.usable();
        if (asOf.isPresent()) {
            try {
                T found = reading.apply(JdbcClient.create(pool));
                if (asOf.get().isBefore(clock.instant().minus(LATE))) {
                    AsOf.note(asOf.get());
                }
                meters.readFromReplica();
                return found;
            } catch (DataAccessException failed) {
                tell(failed);
            }
        }
        meters.readFromPrimary();
        return reading.apply(database);
    }

    /** Whoever writes reads what they wrote. */
    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void tell(DataAccessException failed) {
        Instant now = clock.instant();
        Instant before = told.get();
        if (before.isBefore(now.minus(TELL_AGAIN)) && told.compareAndSet(before, now)) {
            LOG.warn(
                    "The replica failed at a list, which was read from the database itself ({}); not said again for a minute",
                    failed.getMostSpecificCause().getMessage());
        }
    }

    @Override
    public Optional<Instant> asOf() {
        return watch.asOf();
    }

    private double secondsSince(Instant asOf) {
        return Duration.between(asOf, clock.instant()).toMillis() / 1000.0;
    }

    private static HikariDataSource pool(String name, Settings.Database address, int connections, Duration longest) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis());
        config.setReadOnly(true);
        // Nobody waits for it at a start.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(longest.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        watch.close();
        watching.close();
        pool.close();
    }
}
