package dev.bellrope.app.intake.kafka;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnreadableMessageTable {
    private static final String INSERT = """
            insert into unreadable_message
                (message_id, topic, partition, position, sent_at, message_key, beginning, why, received_at)
            values (:id, :topic, :partition, :position, :sentAt, :key, :beginning, :why, :receivedAt)
            on conflict (topic, partition, position, sent_at) do nothing
            """;
    private static final String LIST = """
            select message_id, topic, partition, position, sent_at, message_key, beginning, why, received_at
            from unreadable_message
            where dismissed_at is null
            order by message_id desc
            limit :limit
            """;
    private static final String DISMISS = """
            update unreadable_message set dismissed_at = :at, dismissed_by = :person
            where message_id = :id and dismissed_at is null
            """;
    private static final String COUNT = """
            select count(*) from (select from unreadable_message where dismissed_at is null limit :enough) as found
            """;

    private final JdbcClient client;

    UnreadableMessageTable(JdbcClient client) {
        this.client = client;
    }

    /** Inserts a message unless it is already there: what a killed node was processing is delivered again. */
    void insert(UnreadableMessage message) {
        client.sql(INSERT)
                .param("id", message.id())
                .param("topic", message.topic())
                .param("partition", message.partition())
                .param("position", message.offset())
                .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
                .param("key", message.key())
                .param("beginning", message.beginning())
                .param("why", message.why())
                .param("receivedAt", message.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lists the messages that nobody has dismissed, the newest first. */
    List<UnreadableMessage> list(int limit) {
        return client.sql(LIST)
                .param("limit", limit)
                .query(UnreadableMessageTable::read)
                .list();
    }

    void dismiss(UUID id, String person, Instant at) {
        client.sql(DISMISS)
                .param("id", id)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts the messages that nobody has dismissed, up to {@code enough}. */
    long count(int enough) {
        return client.sql(COUNT).param("enough", enough).query(Long.class).single();
    }

    private static UnreadableMessage read(ResultSet row, int number) throws SQLException {
        return new UnreadableMessage(
                row.getObject("message_id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("position"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("message_key"),
                row.getString("beginning"),
                row.getString("why"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
