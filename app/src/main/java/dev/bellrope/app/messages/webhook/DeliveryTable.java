package dev.bellrope.app.messages.webhook;

import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.polling.SqlTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code webhook_delivery}. */
final class DeliveryTable {
    /**
     * How long a delivery belongs to the node that claimed it: longer than one delivery takes, and how long the
     * delivery waits if that node dies.
     */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient client;

    DeliveryTable(JdbcClient client) {
        this.client = client;
    }

    /** A delivery that this node has claimed. */
    record ClaimedDelivery(
            UUID id, UUID claim, UUID subscription, URI url, String secret, boolean usable, String body, int attempts) {
        /** Keeps the secret out of the log. */
        @Override
        public String toString() {
            return "ClaimedDelivery[" + id + " to " + url + "]";
        }
    }

    void insert(UUID id, UUID subscription, String kind, String escalation, String body, Instant at) {
        client.sql("""
                insert into webhook_delivery (delivery_id, subscription_id, kind, escalation_key, body, arose_at, due_at, state)
                values (:id, :subscription, :kind, :escalation, :body, :at, :at, 'waiting')
                """)
                .param("id", id)
                .param("subscription", subscription)
                .param("kind", kind)
                .param("escalation", escalation)
                .param("body", body)
                .param("at", SqlTime.of(at))
                .update();
    }

    List<ClaimedDelivery> claim(UUID claim, Instant now, int batch) {
        return client.sql("""
                with due as (
                    select delivery_id from webhook_delivery
                    where state = 'waiting' and due_at <= :now and (claimed_until is null or claimed_until <= :now)
                    order by due_at, delivery_id limit :batch
                    for update skip locked
                )
                update webhook_delivery d set claim = :claim, claimed_until = :until, attempts = attempts + 1
                from due, webhook_subscription s
                where d.delivery_id = due.delivery_id and s.subscription_id = d.subscription_id
                returning d.delivery_id, d.subscription_id, s.url, s.secret,
                          s.disabled_at is null and s.deleted_at is null as usable, d.body, d.attempts
                """)
                .param("now", SqlTime.of(now))
                .param("batch", batch)
                .param("claim", claim)
                .param("until", SqlTime.of(now.plus(LEASE)))
                .query((row, number) -> new ClaimedDelivery(
                        row.getObject("delivery_id", UUID.class),
                        claim,
                        row.getObject("subscription_id", UUID.class),
                        URI.create(row.getString("url")),
                        row.getString("secret"),
                        row.getBoolean("usable"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list();
    }

    /** Finds the last delivery of each subscription, with one index lookup each. */
    List<Webhooks.LastDelivery> listLast() {
        return client.sql("""
                select s.subscription_id, d.kind, d.state, d.note, d.attempts, d.arose_at
                from webhook_subscription s
                cross join lateral (
                    select kind, state, note, attempts, arose_at from webhook_delivery
                    where subscription_id = s.subscription_id
                    order by delivery_id desc limit 1
                ) d
                where s.deleted_at is null
                """)
                .query((row, number) -> new Webhooks.LastDelivery(
                        row.getObject("subscription_id", UUID.class),
                        row.getString("kind"),
                        OutboxState.get(row.getString("state")),
                        row.getString("note"),
                        row.getInt("attempts"),
                        SqlTime.get(row, "arose_at")))
                .list();
    }

    void settle(ClaimedDelivery delivery, OutboxState state, String note, Instant now) {
        client.sql("""
                update webhook_delivery set state = :state, note = :note, claim = null, claimed_until = null,
                       sent_at = case when :state = 'sent' then cast(:now as timestamptz) end
                where delivery_id = :id and claim = :claim
                """)
                .param("id", delivery.id())
                .param("claim", delivery.claim())
                .param("state", state.word())
                .param("note", note)
                .param("now", SqlTime.of(now))
                .update();
    }

    void postpone(ClaimedDelivery delivery, Instant dueAt, String note) {
        client.sql("""
                update webhook_delivery set due_at = :due, note = :note, claim = null, claimed_until = null
                where delivery_id = :id and claim = :claim
                """)
                .param("id", delivery.id())
                .param("claim", delivery.claim())
                .param("due", SqlTime.of(dueAt))
                .param("note", note)
                .update();
    }
}
