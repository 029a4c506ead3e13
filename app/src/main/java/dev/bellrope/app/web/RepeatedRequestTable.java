package dev.bellrope.app.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code repeated_requests}. */
@Repository
class RepeatedRequestTable {
    private final JdbcClient client;

    RepeatedRequestTable(JdbcClient client) {
        this.client = client;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record StoredAnswer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals
    record StoredCall(byte[] requestHash, Optional<StoredAnswer> answer) {}

    /** A call; its start distinguishes it from a later one with the same key. */
    record BegunCall(String caller, String key, Instant at) {}

    /** Records a call; returns whether it is the first with its key. */
    boolean begin(String caller, String key, byte[] hash, Instant now) {
        return client.sql("""
                                insert into repeated_requests (caller, idempotency_key, request_hash, started_at)
                                values (:caller, :key, :hash, :now)
                                on conflict (caller, idempotency_key) do nothing
                                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Stores the answer; returns false if the call was given up and begun again in the meantime. */
    boolean finish(BegunCall begun, StoredAnswer answer) {
        return client.sql("""
                        update repeated_requests
                        set status = :status, content_type = :contentType, location = :location, etag = :etag, body = :body
                        where caller = :caller and idempotency_key = :key and started_at = :started and status is null
                        """)
                        .param("status", answer.status())
                        .param("contentType", answer.contentType())
                        .param("location", answer.location())
                        .param("etag", answer.etag())
                        .param("body", answer.body())
                        .param("caller", begun.caller())
                        .param("key", begun.key())
                        .param("started", begun.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<StoredCall> find(String caller, String key) {
        return client.sql("""
                        select request_hash, status, content_type, location, etag, body from repeated_requests
                        where caller = :caller and idempotency_key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> new StoredCall(
                        row.getBytes("request_hash"),
                        row.getObject("status") == null
                                ? Optional.empty()
                                : Optional.of(new StoredAnswer(
                                        row.getInt("status"),
                                        row.getString("content_type"),
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getBytes("body")))))
                .optional();
    }

    /** Forgets a call unless its answer is stored, which it may be if the connection broke during the commit. */
    void forget(BegunCall begun) {
        client.sql("""
                        delete from repeated_requests
                        where caller = :caller and idempotency_key = :key and started_at = :started and status is null
                        """)
                .param("caller", begun.caller())
                .param("key", begun.key())
                .param("started", begun.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets the call with a key if it is too old, or began too long ago without an answer. */
    void forgetOne(String caller, String key, Instant kept, Instant givenUp) {
        client.sql("""
                        delete from repeated_requests
                        where caller = :caller and idempotency_key = :key
                            and (started_at < :kept or (status is null and started_at < :givenUp))
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("kept", kept.atOffset(ZoneOffset.UTC))
                .param("givenUp", givenUp.atOffset(ZoneOffset.UTC))
                .update();
    }

    void prune(Instant before) {
        client.sql("delete from repeated_requests where started_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
