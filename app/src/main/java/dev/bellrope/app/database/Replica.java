package dev.bellrope.app.database;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads lists that may be a moment old: from a standby of the database if one is configured and keeps up, otherwise
 * from the primary. What decides which event is the newest, what an act follows from, and who somebody is, is never
 * read here.
 */
public interface Replica {
    /** Runs a query, and runs it again on the primary if the standby fails; the function must have no side effects. */
    <T> T read(Function<JdbcClient, T> reading);

    /** Finds the instant whose state the standby shows; empty if there is no standby or it cannot be reached. */
    default Optional<Instant> asOf() {
        return Optional.empty();
    }

    /** Returns a replica without a standby, which reads from the primary. */
    static Replica none(JdbcClient database) {
        return new Replica() {
            @Override
            public <T> T read(Function<JdbcClient, T> reading) {
                return reading.apply(database);
            }
        };
    }
}
