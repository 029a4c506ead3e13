package dev.bellrope.app.database;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where lists are read that may be a moment old: from a standby of the database, where one is set and keeps up, and from the database
 * itself in every other case. What tells which event was the newest, what is followed by an act, and who somebody is, is not read here.
 */
public interface Replica {
    /** Reads once, or a second time from the database itself when the standby fails at it; it may do nothing else. */
    <T> T read(Function<JdbcClient, T> reading);

    /** As of when it reads; empty where there is none, or none that can be reached. */
    default Optional<Instant> asOf() {
        return Optional.empty();
    }

    /** There is none. */
    static Replica none(JdbcClient database) {
        return new Replica() {
            @Override
            public <T> T read(Function<JdbcClient, T> reading) {
                return reading.apply(database);
            }
        };
    }
}
