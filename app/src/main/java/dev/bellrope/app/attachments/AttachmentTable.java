package dev.bellrope.app.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttachmentTable {
    private final JdbcClient jdbc;

    AttachmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String escalation, Attachment added, byte[] bytes) {
        jdbc.sql("""
                insert into attachment (id, escalation, account, file, type, size, sha256, added_at, bytes)
                select :id, key, account, :file, :type, :size, :sha256, cast(:added_at as timestamptz), :bytes
                from escalation
                where key = :escalation
                """)
                .param("id", added.id())
                .param("escalation", escalation)
                .param("file", added.file())
                .param("type", added.type())
                .param("size", added.size())
                .param("sha256", added.sha256())
                .param("added_at", added.addedAt().atOffset(ZoneOffset.UTC))
                .param("bytes", bytes)
                .update();
    }

    /** Lists attachments after {@code after}, in the order in which they were attached. */
    List<Attachment> list(String escalation, Optional<UUID> after, int limit) {
        return jdbc.sql("""
                select id, file, type, size, sha256, added_at
                from attachment
                where escalation = :escalation and (cast(:after as uuid) is null or id > cast(:after as uuid))
                order by id
                limit :limit
                """)
                .param("escalation", escalation)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query(AttachmentTable::attachment)
                .list();
    }

    Optional<Attachments.Content> find(String escalation, UUID id) {
        return jdbc.sql("""
                select id, file, type, size, sha256, added_at, bytes
                from attachment
                where escalation = :escalation and id = :id
                """)
                .param("escalation", escalation)
                .param("id", id)
                .query((row, number) -> new Attachments.Content(attachment(row, number), row.getBytes("bytes")))
                .optional();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
