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

/** A configured standby with its own connections: whatever happens to it, the primary has the answer. */
final class Standby implements Replica, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
    private static final int CONNECTIONS = 10;

    /** How long to wait for a connection, which is short because the primary has the same answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The time limit of a read. No list takes as long; it gives up on a machine that vanished silently. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    /** The time limit of a check; after it, the standby is excluded and gets no further queries. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** From this age on, readers are told how old the data are. */
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
        // The watch has its own connection, so that the standby counts as available even while readers use all the
        // others.
        this.watching = pool("bellrope-replica-watch", address, 1, LONGEST_LOOK);
        // Connections to a vanished server would otherwise be tried, and reported, one by one.
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

    /** Whether the current transaction writes; it must see its own writes. */
    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void tell(DataAccessException failed) {
        Instant now = clock.instant();
        Instant before = told.get();
        if (before.isBefore(now.minus(TELL_AGAIN)) && told.compareAndSet(before, now)) {
            LOG.warn(
                    "The replica failed to read a list, which was read from the primary ({}); not reported again for a minute",
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
        // Startup does not wait for the standby.
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
