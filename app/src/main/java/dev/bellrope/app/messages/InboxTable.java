package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code inbox}. */
@Component
class InboxTable {
    private static final String LIST = """
            select inbox.message_id, escalation_key, template, severity, subject, body, because, arose_at, read_at
            from inbox join outbox on outbox.message_id = inbox.message_id
            where person_id = :person and state <> 'dropped'%s
              and (cast(:after as uuid) is null or inbox.message_id < cast(:after as uuid))
            order by inbox.message_id desc limit :limit
            """;

    private final JdbcClient client;

    InboxTable(JdbcClient client) {
        this.client = client;
    }

    /** Lists messages, the newest first, without those that were dropped as duplicates. */
    List<Inbox.InboxItem> list(String person, Optional<UUID> after, int limit) {
        return list(LIST.formatted(""), person, after, limit);
    }

    List<Inbox.InboxItem> listUnread(String person, Optional<UUID> after, int limit) {
        return list(LIST.formatted(" and read_at is null"), person, after, limit);
    }

    private List<Inbox.InboxItem> list(String sql, String person, Optional<UUID> after, int limit) {
        return client.sql(sql)
                .param("person", person)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    int countUnread(String person) {
        return client.sql("""
                select count(*) from inbox join outbox on outbox.message_id = inbox.message_id
                where person_id = :person and read_at is null and state <> 'dropped'
                """).param("person", person).query(Integer.class).single();
    }

    boolean read(String person, UUID message, Instant at) {
        return client.sql("""
                update inbox set read_at = coalesce(read_at, :at) where person_id = :person and message_id = :message
                """)
                        .param("person", person)
                        .param("message", message)
                        .param("at", SqlTime.of(at))
                        .update()
                > 0;
    }

    void readAll(String person, UUID newest, Instant at) {
        client.sql("""
                update inbox set read_at = :at
                where person_id = :person and read_at is null and message_id <= :newest
                """)
                .param("person", person)
                .param("newest", newest)
                .param("at", SqlTime.of(at))
                .update();
    }

    private static Inbox.InboxItem read(ResultSet row) throws SQLException {
        MessageTopic topic = new MessageTopic(row.getString("escalation_key"));
        return new Inbox.InboxItem(
                row.getObject("message_id", UUID.class),
                topic.escalation(),
                topic.task(),
                row.getString("template"),
                topic.severity(row.getString("severity")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("because"),
                SqlTime.get(row, "arose_at"),
                SqlTime.find(row, "read_at"));
    }
}
