package dev.bellrope.app.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks every second how far the standby has got. It is usable once it has replayed everything that the primary had
 * when we started, our migrations included, and until it stops answering, belongs to another database, or is minutes
 * behind.
 */
final class StandbyWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandbyWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Older lists help nobody, and a standby that is further behind has most likely lost the primary. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private static final String WRITTEN = """
            select (pg_current_wal_lsn() - '0/0')::bigint as position, system_identifier || '/' || current_database() as identity
            from pg_control_system()
            """;

    /** A server that is not in recovery, such as one that was promoted, has no position. */
    private static final String REPLAYED = """
            select case when pg_is_in_recovery() then (pg_last_wal_replay_lsn() - '0/0')::bigint end as position,
                   system_identifier || '/' || current_database() as identity
            from pg_control_system()
            """;

    private final JdbcClient database;
    private final JdbcClient standby;
    private final Runnable whenLeftOut;
    private final Clock clock;
    private final WriteMarks marks = new WriteMarks();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("replica").factory());
    private String identity = "";
    private boolean told;
    private volatile Optional<Instant> asOf = Optional.empty();
    private volatile Optional<String> unusable = Optional.of("it was not looked at yet");

    StandbyWatch(JdbcClient database, JdbcClient standby, Runnable whenLeftOut, Clock clock) {
        this.database = database;
        this.standby = standby;
        this.whenLeftOut = whenLeftOut;
        this.clock = clock;
    }

    private record WritePosition(Optional<Long> position, String identity) {}

    /** Starts watching; what is in the primary now must be in the standby before it is used. */
    void start() {
        mark();
        Future<?> _ =
                thread.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Finds the instant whose state can be read; empty if the standby is unusable. */
    Optional<Instant> usable() {
        return unusable.isPresent() ? Optional.empty() : asOf.filter(at -> !isTooOld(at));
    }

    /** Finds the instant whose state the standby showed when it last answered. */
    Optional<Instant> asOf() {
        return asOf;
    }

    private void look() {
        mark();
        Optional<String> why = findWhyUnusable();
        if (why.isPresent() && !told) {
            LOG.warn("Lists are read from the primary and not from the replica: {}", why.get());
        } else if (why.isEmpty() && unusable.isPresent()) {
            LOG.info("Lists are read from the replica");
        }
        boolean leftOut = why.isPresent() && unusable.isEmpty();
        told = why.isPresent();
        unusable = why;
        if (leftOut) {
            whenLeftOut.run();
        }
    }

    /** Takes the time before the position: what is written in between counts as later than it was. */
    private void mark() {
        Instant now = clock.instant();
        try {
            WritePosition place = place(database, WRITTEN);
            identity = place.identity();
            place.position().ifPresent(position -> marks.add(position, now));
        } catch (DataAccessException away) {
            // Until the primary is back, the standby seems older than it is.
            LOG.debug("No mark: {}", away.getMessage());
        }
    }

    private Optional<String> findWhyUnusable() {
        WritePosition place;
        try {
            place = place(standby, REPLAYED);
        } catch (DataAccessException away) {
            return Optional.of(
                    "it does not answer (" + away.getMostSpecificCause().getMessage() + ")");
        }
        if (!place.identity().equals(identity)) {
            return Optional.of("it is a standby of another database");
        }
        if (place.position().isEmpty()) {
            return Optional.of("it is no standby");
        }
        asOf = marks.passed(place.position().get());
        if (asOf.isEmpty()) {
            return Optional.of("it has not replayed yet what was there when this node started");
        }
        return asOf.filter(this::isTooOld).map(at -> "it is more than " + OLDEST.toMinutes() + " minutes behind");
    }

    private boolean isTooOld(Instant at) {
        return at.isBefore(clock.instant().minus(OLDEST));
    }

    private static WritePosition place(JdbcClient server, String sql) {
        return server.sql(sql)
                .query((row, number) -> new WritePosition(
                        Optional.ofNullable(row.getObject("position", Long.class)), row.getString("identity")))
                .single();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
