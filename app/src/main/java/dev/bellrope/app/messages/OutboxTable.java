package dev.bellrope.app.messages;

import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.polling.SqlTime;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.playbook.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code outbox}, and how senders process them. */
@Component
class OutboxTable {
    /**
     * How long a row belongs to the node that claimed it, counted again from when its mail is begun. This is how long a
     * mail waits if its node crashes, and how long the mail server may take for one mail before another node tries it
     * too.
     */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient client;

    OutboxTable(JdbcClient client) {
        this.client = client;
    }

    /** Waits until no other node claims rows, and makes the others wait until the transaction ends. */
    void takeTurn() {
        client.sql("select pg_advisory_xact_lock(hashtext('bellrope.messages.checkpoint'))")
                .query((row, number) -> number)
                .list();
    }

    /** The traffic of the last hour and the waiting messages, for the guardrails. */
    record TrafficCounts(int escalationLastHour, int personLastHour, int waiting) {}

    /** Claims due rows for this node until the lease ends, among them those of nodes that crashed. */
    List<OutboxRow> claim(UUID claim, Instant now, int batch) {
        return client
                .sql("""
                with due as (
                    select message_id from outbox
                    where state in ('waiting', 'gathering') and due_at <= :now
                      and (claimed_until is null or claimed_until <= :now)
                    order by due_at, message_id limit :batch
                    for update skip locked
                )
                update outbox set claim = :claim, claimed_until = :until
                from due where outbox.message_id = due.message_id
                returning outbox.message_id, claim, state, escalation_key, recipient, template, severity, subject, body, rails,
                          expires_at, attempts, passed_at, trace, outbox.due_at
                """)
                .param("now", SqlTime.of(now))
                .param("batch", batch)
                .param("claim", claim)
                .param("until", SqlTime.of(now.plus(LEASE)))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(OutboxRow::id))
                .toList();
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getObject("message_id", UUID.class),
                row.getObject("claim", UUID.class),
                OutboxState.get(row.getString("state")),
                row.getString("escalation_key"),
                row.getString("recipient"),
                row.getString("template"),
                Severity.valueOf(row.getString("severity")),
                row.getString("subject"),
                row.getString("body"),
                GuardrailSnapshot.parse(row.getString("rails")),
                SqlTime.get(row, "expires_at"),
                row.getInt("attempts"),
                SqlTime.find(row, "passed_at"),
                Trace.parse(row.getString("trace")));
    }

    /**
     * Counts traffic. Counting stops at {@code enough} waiting messages, so that a flood does not slow down each of its
     * messages.
     */
    TrafficCounts count(OutboxRow row, Instant now, int enough) {
        return client.sql("""
                select (select count(*) from outbox
                        where escalation_key = :escalation and passed_at > :since) as escalation_hour,
                       (select count(*) from outbox
                        where recipient = :recipient and passed_at > :since) as person_hour,
                       (select count(*) from (
                            select from outbox
                            where recipient = :recipient and template <> 'digest' and channel = 'email'
                              and (state = 'waiting' or state = 'digested' and exists (
                                   select from outbox d where d.message_id = outbox.digest_id and d.state = 'gathering'))
                            limit :enough) as pending) as waiting
                """)
                .param("escalation", row.escalation())
                .param("recipient", row.recipient())
                .param("since", SqlTime.of(now.minus(Duration.ofHours(1))))
                .param("enough", enough)
                .query((found, number) -> new TrafficCounts(
                        found.getInt("escalation_hour"), found.getInt("person_hour"), found.getInt("waiting")))
                .single();
    }

    /**
     * Notes that the mail is now being handed over, and renews the lease; until the mail server answers, nobody knows
     * whether it has the mail. False if the lease has ended, in which case another node may have the row, or the mail
     * was cancelled.
     */
    boolean begin(OutboxRow row, Instant now) {
        return client.sql("""
                update outbox set claimed_until = :until, unanswered = unanswered + 1
                where message_id = :id and claim = :claim and claimed_until > :now
                """)
                        .param("id", row.id())
                        .param("claim", row.claim())
                        .param("now", SqlTime.of(now))
                        .param("until", SqlTime.of(now.plus(LEASE)))
                        .update()
                > 0;
    }

    /**
     * Notes that a message has passed the guardrails and is being sent: one more attempt, which counts for the hour in
     * which it is made.
     */
    void pass(UUID id, String subject, String body, String address, Instant now) {
        client.sql("""
                update outbox set state = 'waiting', subject = :subject, body = :body, address = :address,
                       attempts = attempts + 1, passed_at = :now
                where message_id = :id
                """)
                .param("id", id)
                .param("subject", subject)
                .param("body", body)
                .param("address", address)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Postpones a message and ends the claim. */
    void postpone(OutboxRow row, Instant dueAt, String note) {
        client.sql("""
                update outbox set due_at = :due, note = :note, claim = null, claimed_until = null
                where message_id = :id and claim = :claim
                """)
                .param("id", row.id())
                .param("claim", row.claim())
                .param("due", SqlTime.of(dueAt))
                .param("note", note)
                .update();
    }

    /** Notes that the mail server has certainly not got what was handed over last. */
    void answered(OutboxRow row) {
        client.sql("update outbox set unanswered = unanswered - 1 where message_id = :id and claim = :claim")
                .param("id", row.id())
                .param("claim", row.claim())
                .update();
    }

    /** Records the outcome; does nothing if the lease has ended and another node has the row. */
    void settle(OutboxRow row, OutboxState state, String note, Instant now) {
        client.sql("""
                update outbox set state = :state, note = :note, claim = null, claimed_until = null,
                       sent_at = case when :state = 'sent' then cast(:now as timestamptz) end
                where message_id = :id and claim = :claim
                """)
                .param("id", row.id())
                .param("claim", row.claim())
                .param("state", state.word())
                .param("note", note)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Holds due messages while there is no mail server. */
    int hold(Instant now) {
        return client.sql("""
                update outbox set state = 'held', note = 'not sent: no mail server configured'
                where state = 'waiting' and due_at <= :now and (claimed_until is null or claimed_until <= :now)
                """).param("now", SqlTime.of(now)).update();
    }

    /** Releases held messages. */
    int release(Instant now) {
        return client.sql("update outbox set state = 'waiting', note = '', due_at = :now where state = 'held'")
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Cancels messages, except those that a mail server may already have; these are finished. */
    int cancel(String escalation, Collection<String> templates, Instant now) {
        return client.sql("""
                update outbox set state = 'cancelled', note = 'the escalation is over', digest_id = null,
                       claim = null, claimed_until = null
                where escalation_key = :escalation and template in (:templates)
                  and (state in ('waiting', 'held') and unanswered = 0 and (claimed_until is null or claimed_until <= :now)
                       or state = 'digested' and exists (
                          select from outbox d where d.message_id = outbox.digest_id and d.state = 'gathering'))
                """)
                .param("escalation", escalation)
                .param("templates", templates)
                .param("now", SqlTime.of(now))
                .update();
    }

    int takeAsSent(String note) {
        return client.sql("""
                update outbox set state = 'sent', note = :note, sent_at = arose_at
                where state in ('waiting', 'held')
                """).param("note", note).update();
    }
}
