package dev.bellrope.app.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code one_time_links}. */
@Repository
class OneTimeLinkTable {
    private final JdbcClient client;

    OneTimeLinkTable(JdbcClient client) {
        this.client = client;
    }

    record Link(Optional<UUID> user) {}

    void insert(byte[] hash, String purpose, Optional<UUID> user, Instant createdAt, Instant expiresAt) {
        client.sql("""
                        insert into one_time_links (link_hash, purpose, user_id, created_at, expires_at)
                        values (:hash, :purpose, :user, :createdAt, :expiresAt)
                        """)
                .param("hash", hash)
                .param("purpose", purpose)
                .param("user", user.orElse(null))
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> find(byte[] hash, String purpose, Instant now) {
        return client.sql("""
                        select user_id from one_time_links
                        where link_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                .param("hash", hash)
                .param("purpose", purpose)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Link(Optional.ofNullable(row.getObject("user_id", UUID.class))))
                .optional();
    }

    boolean spend(byte[] hash, String purpose, Instant now) {
        return client.sql("""
                                update one_time_links set used_at = :now
                                where link_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                                """)
                        .param("hash", hash)
                        .param("purpose", purpose)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void spendAll(UUID user, Instant now) {
        client.sql("update one_time_links set used_at = :now where user_id = :user and used_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", user)
                .update();
    }

    void prune(Instant before) {
        client.sql("delete from one_time_links where expires_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
