package dev.bellrope.app.messages;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.polling.SqlTime;
import dev.bellrope.app.messages.polling.TopicCondition;
import dev.bellrope.app.traces.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of {@code outbox} and {@code webhook_delivery} as people see them. */
@Component
class OutboxListTable {
    private static final String LIST = """
            select message_id as id, case channel when 'email' then 'mail' else channel end as kind, escalation_key, recipient,
                   template, subject, body, because, state, note, attempts, arose_at, due_at, sent_at, trace
            from outbox
            where message_id < :before%s
            order by message_id desc limit :limit
            """;
    private static final String LIST_OF_STATE = """
            select message_id as id, case channel when 'email' then 'mail' else channel end as kind, escalation_key, recipient,
                   template, subject, body, because, state, note, attempts, arose_at, due_at, sent_at, trace
            from outbox
            where state = :state and message_id < :before%s
            order by message_id desc limit :limit
            """;
    private static final String MESSAGE = "outbox.message_id";
    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient client;
    private final Replica replica;

    OutboxListTable(JdbcClient client, Replica replica) {
        this.client = client;
        this.replica = replica;
    }

    List<Outbox.OutboxItem> list(
            Optional<OutboxState> state, Optional<UUID> after, VisibleAccounts visible, int limit) {
        // A condition that is always true would keep PostgreSQL from using the index.
        String statement =
                (state.isEmpty() ? LIST : LIST_OF_STATE).formatted(TopicCondition.ofMessage(visible, MESSAGE));
        return replica.read(read -> visible.in(read.sql(statement))
                .param("state", state.map(OutboxState::word).orElse(null))
                .param("before", after.orElse(AFTER_ALL))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list());
    }

    List<Outbox.OutboxItem> listPortal(String recipient, int limit) {
        return client.sql("""
                select message_id as id, channel as kind, escalation_key, recipient, template, subject, body, because, state, note,
                       attempts, arose_at, due_at, sent_at, trace
                from outbox where recipient = :recipient and channel = 'portal'
                order by message_id desc limit :limit
                """)
                .param("recipient", recipient)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    List<Outbox.OutboxItem> listDead(Optional<UUID> after, VisibleAccounts visible, int limit) {
        String statement = """
                select id, kind, escalation_key, recipient, template, subject, body, because, state, note, attempts, arose_at,
                       due_at, sent_at, trace
                from (
                    select message_id as id, case channel when 'email' then 'mail' else channel end as kind, escalation_key,
                           recipient, template, subject, body, because, state, note, attempts, arose_at, due_at, sent_at, trace
                    from outbox where state = 'dead'%s
                    union all
                    select delivery_id, 'webhook', escalation_key, url, kind, kind, body, '', state, note, attempts, arose_at,
                           due_at, sent_at, null
                    from webhook_delivery join webhook_subscription using (subscription_id) where state = 'dead'%s
                ) as dead
                where cast(:after as uuid) is null or id < cast(:after as uuid)
                order by id desc limit :limit
                """.formatted(
                        TopicCondition.ofMessage(visible, MESSAGE), TopicCondition.ofKey(visible, "escalation_key"));
        return visible.in(client.sql(statement))
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Outbox.OutboxItem read(ResultSet row) throws SQLException {
        MessageTopic topic = new MessageTopic(row.getString("escalation_key"));
        return new Outbox.OutboxItem(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                topic.escalation(),
                topic.task(),
                row.getString("recipient"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("because"),
                OutboxState.get(row.getString("state")),
                row.getString("note"),
                row.getInt("attempts"),
                SqlTime.get(row, "arose_at"),
                SqlTime.get(row, "due_at"),
                SqlTime.find(row, "sent_at"),
                Trace.parse(row.getString("trace")).map(Trace::id));
    }
}
