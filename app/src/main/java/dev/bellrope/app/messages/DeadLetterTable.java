package dev.bellrope.app.messages;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.polling.SqlTime;
import dev.bellrope.app.messages.polling.TopicCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead rows of {@code outbox} and {@code webhook_delivery}, and the rows of {@code outbox_act}. */
@Component
class DeadLetterTable {
    private static final Duration ANOTHER_CHANCE = Duration.ofDays(3);

    private final JdbcClient client;

    DeadLetterTable(JdbcClient client) {
        this.client = client;
    }

    boolean resend(UUID id, Instant now, VisibleAccounts visible) {
        int messages = visible.in(client.sql("""
                update outbox set state = 'waiting', note = 'sent again by a person', attempts = 0, due_at = :now, expires_at = :until
                where message_id = :id and state = 'dead' and channel = 'email'%s
                """.formatted(TopicCondition.ofMessage(visible, "outbox.message_id"))))
                .param("id", id)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(ANOTHER_CHANCE)))
                .update();
        int deliveries = visible.in(
                        client.sql("""
                update webhook_delivery set state = 'waiting', note = 'sent again by a person', attempts = 0, due_at = :now
                where delivery_id = :id and state = 'dead'%s
                """.formatted(TopicCondition.ofKey(visible, "webhook_delivery.escalation_key"))))
                .param("id", id)
                .param("now", SqlTime.of(now))
                .update();
        return messages + deliveries > 0;
    }

    boolean discard(UUID id, String note, VisibleAccounts visible) {
        int messages = visible.in(client.sql("""
                update outbox set state = 'discarded', note = :note where message_id = :id and state = 'dead'%s
                """.formatted(TopicCondition.ofMessage(visible, "outbox.message_id"))))
                .param("id", id)
                .param("note", note)
                .update();
        int deliveries = visible.in(
                        client.sql("""
                update webhook_delivery set state = 'discarded', note = :note where delivery_id = :id and state = 'dead'%s
                """.formatted(TopicCondition.ofKey(visible, "webhook_delivery.escalation_key"))))
                .param("id", id)
                .param("note", note)
                .update();
        return messages + deliveries > 0;
    }

    void record(UUID id, String act, String person, String note, Instant at) {
        client.sql("""
                insert into outbox_act (message_id, act, person, note, at) values (:id, :act, :person, :note, :at)
                """)
                .param("id", id)
                .param("act", act)
                .param("person", person)
                .param("note", note)
                .param("at", SqlTime.of(at))
                .update();
    }
}
