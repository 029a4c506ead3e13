package dev.bellrope.app.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sign_in_failures}. */
@Repository
class SignInFailureTable {
    private final JdbcClient client;

    SignInFailureTable(JdbcClient client) {
        this.client = client;
    }

    record FailureCount(int failures, Instant lastAt) {}

    /** Locks the row, and inserts it first if there is none. */
    Optional<FailureCount> findForUpdate(String subject, Instant now) {
        client.sql("""
                        insert into sign_in_failures (subject, failures, last_at) values (:subject, 0, :now)
                        on conflict (subject) do nothing
                        """)
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return client.sql("select failures, last_at from sign_in_failures where subject = :subject for update")
                .param("subject", subject)
                .query((row, number) -> new FailureCount(
                        row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
                .optional();
    }

    void count(String subject, Instant now, Instant forgotten) {
        client.sql("""
                        update sign_in_failures
                        set failures = case when last_at < :forgotten then 1 else failures + 1 end, last_at = :now
                        where subject = :subject
                        """)
                .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    void forget(String subject) {
        client.sql("delete from sign_in_failures where subject = :subject")
                .param("subject", subject)
                .update();
    }

    void takeBack(String subject) {
        client.sql("update sign_in_failures set failures = greatest(failures - 1, 0) where subject = :subject")
                .param("subject", subject)
                .update();
    }

    void prune(Instant before) {
        client.sql("delete from sign_in_failures where last_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
