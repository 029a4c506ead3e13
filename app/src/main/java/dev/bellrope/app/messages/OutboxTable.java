package dev.bellrope.app.messages;

import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.messages.rounds.SqlTime;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code outbox}, as they are written and worked off. */
@Component
class OutboxTable {
    /**
     * How long a row stays with the node that claimed it, counted anew when its mail is begun. So long, and no longer, a mail waits
     * that a node had in hand when it crashed; and so long the mail server may take for one mail before another node tries it too.
     */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient client;

    OutboxTable(JdbcClient client) {
        this.client = client;
    }

    /** Waits until no other node claims rows, and keeps the others waiting until the transaction ends. */
    void takeTurn() {
        client.sql("select pg_advisory_xact_lock(hashtext('bellrope.messages.checkpoint'))")
                .query((row, number) -> number)
                .list();
    }

    /** Traffic of the last hour and what waits, for the guardrails. */
    record Counts(int escalationLastHour, int personLastHour, int waiting) {}

    /**
     * A message as it is written.
     *
     * @param state waiting; sent, where it is read as it is; or dead, where nothing can carry it
     */
    record Added(
            UUID id,
            Message message,
            Texts.Text text,
            Rails rails,
            Optional<Trace> trace,
            String sameAs,
            String state,
            String note) {
        static Added of(UUID id, Message message, Texts.Text text, Rails rails, Optional<Trace> trace) {
            String sameAs = TemplateKind.sameAs(message, text);
            return switch (message.channel()) {
                case Message.EMAIL -> new Added(id, message, text, rails, trace, sameAs, "waiting", "");
                case Message.INBOX -> new Added(id, message, text, rails, trace, sameAs, "sent", "shown in the inbox");
                case Message.PORTAL ->
                    new Added(id, message, text, rails, trace, sameAs, "sent", "shown in the portal");
                default ->
                    new Added(
                            id,
                            message,
                            text,
                            rails,
                            trace,
                            sameAs,
                            "dead",
                            "no way to send by \"" + message.channel() + "\"");
            };
        }

        /** What two have in common of which the second says nothing new while the first waits. */
        List<String> same() {
            return List.of(message.to().word(), message.escalation(), message.template(), message.channel(), sameAs);
        }

        /** In whose inbox it is shown as well. */
        @Nullable String inbox() {
            return message.to() instanceof Recipient.Colleague(String person) ? person : null;
        }
    }

    /**
     * Writes messages down, and those to colleagues into their inbox. One that was enqueued before is left out; one is dropped when another
     * that says the same waits already.
     */
    void insert(List<Added> added) {
        // A statement does not see what it writes itself, so two that say the same go by two statements.
        Set<List<String>> said = new HashSet<>();
        int from = 0;
        for (int i = 0; i < added.size(); i++) {
            if (!said.add(added.get(i).same())) {
                insertDistinct(added.subList(from, i));
                from = i;
                said.clear();
                said.add(added.get(i).same());
            }
        }
        insertDistinct(added.subList(from, added.size()));
    }

    private void insertDistinct(List<Added> added) {
        client.sql("""
                with given as (
                    select * from unnest(
                        cast(:ids as uuid[]), :dedupes, :escalations, :recipients, :channels, :templates, :sameAs, :severities,
                        :subjects, :bodies, :becauses, :rails, cast(:ats as timestamptz[]), cast(:expires as timestamptz[]),
                        :states, :notes, :inboxes, :traces)
                    as given (id, dedupe, escalation, recipient, channel, template, same_as, severity,
                              subject, body, because, rails, at, expires_at, state, note, person, trace)
                ), added as (
                    insert into outbox (message_id, dedupe, escalation_key, recipient, channel, template, same_as, severity, subject,
                                        body, because, rails, arose_at, due_at, expires_at, state, note, sent_at, trace)
                    select id, dedupe, given.escalation, given.recipient, given.channel, given.template, given.same_as, severity,
                           subject, body, because, cast(rails as jsonb), at, at, expires_at,
                           case when state = 'waiting' and older.message_id is not null then 'dropped' else state end,
                           case when state = 'waiting' and older.message_id is not null
                                then 'the same waits already as ' || older.message_id else note end,
                           case when state = 'sent' then at end, trace
                    from given
                    left join lateral (
                        select message_id from outbox
                        where outbox.recipient = given.recipient and escalation_key = given.escalation
                          and outbox.template = given.template and outbox.channel = given.channel
                          and outbox.same_as = given.same_as and outbox.state in ('waiting', 'held', 'digested')
                          and (outbox.state <> 'digested' or exists (
                              select from outbox d where d.message_id = outbox.digest_id and d.state = 'gathering'))
                        order by message_id limit 1
                    ) as older on true
                    on conflict (dedupe) do nothing
                    returning message_id
                )
                insert into inbox (person_id, message_id)
                select person, message_id from added join given on given.id = message_id where person is not null
                """)
                .param("ids", texts(added, one -> one.id().toString()))
                .param("dedupes", texts(added, one -> one.message().dedupe()))
                .param("escalations", texts(added, one -> one.message().escalation()))
                .param("recipients", texts(added, one -> one.message().to().word()))
                .param("channels", texts(added, one -> one.message().channel()))
                .param("templates", texts(added, one -> one.message().template()))
                .param("sameAs", texts(added, Added::sameAs))
                .param(
                        "severities",
                        texts(added, one -> one.message().severity().name()))
                .param("subjects", texts(added, one -> one.text().subject()))
                .param("bodies", texts(added, one -> one.text().body()))
                .param("becauses", texts(added, one -> one.message().because()))
                .param("rails", texts(added, one -> one.rails().json()))
                .param("ats", times(added, one -> one.message().at()))
                .param(
                        "expires",
                        times(
                                added,
                                one -> one.message()
                                        .at()
                                        .plus(TemplateKind.worth(one.message().template()))))
                .param("states", texts(added, Added::state))
                .param("notes", texts(added, Added::note))
                .param("inboxes", texts(added, Added::inbox))
                .param(
                        "traces",
                        texts(added, one -> one.trace().map(Trace::parent).orElse(null)))
                .update();
    }

    /** Rows that are due, this node's until the lease ends; those of a node that crashed among them. */
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
                row.getString("state"),
                row.getString("escalation_key"),
                row.getString("recipient"),
                row.getString("template"),
                Severity.valueOf(row.getString("severity")),
                row.getString("subject"),
                row.getString("body"),
                Rails.parse(row.getString("rails")),
                SqlTime.get(row, "expires_at"),
                row.getInt("attempts"),
                SqlTime.find(row, "passed_at"),
                Trace.parse(row.getString("trace")));
    }

    /** Counting stops at {@code enough} waiting ones: a flood must not make each of its messages slower. */
    Counts count(OutboxRow row, Instant now, int enough) {
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
                .query((found, number) -> new Counts(
                        found.getInt("escalation_hour"), found.getInt("person_hour"), found.getInt("waiting")))
                .single();
    }

    /**
     * The mail is handed over now and the lease counts anew; until the mail server answers, nobody knows whether it has the mail.
     * False: the lease ended meanwhile, and another node may have the row, or it was cancelled.
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

    /** It passed the guardrails and is being sent: one attempt more, counted in the hour in which it is made. */
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

    /** Its turn comes later; the claim ends. */
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

    /** The mail server certainly has not got what was handed over last. */
    void answered(OutboxRow row) {
        client.sql("update outbox set unanswered = unanswered - 1 where message_id = :id and claim = :claim")
                .param("id", row.id())
                .param("claim", row.claim())
                .update();
    }

    /** What has become of it; nothing, if the lease ended meanwhile and another node has it. */
    void settle(OutboxRow row, String state, String note, Instant now) {
        client.sql("""
                update outbox set state = :state, note = :note, claim = null, claimed_until = null,
                       sent_at = case when :state = 'sent' then cast(:now as timestamptz) end
                where message_id = :id and claim = :claim
                """)
                .param("id", row.id())
                .param("claim", row.claim())
                .param("state", state)
                .param("note", note)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Holds what is due while there is no mail server. */
    int hold(Instant now) {
        return client.sql("""
                update outbox set state = 'held', note = 'not sent: no mail server configured'
                where state = 'waiting' and due_at <= :now and (claimed_until is null or claimed_until <= :now)
                """).param("now", SqlTime.of(now)).update();
    }

    /** Lets go what was held. */
    int release(Instant now) {
        return client.sql("update outbox set state = 'waiting', note = '', due_at = :now where state = 'held'")
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Leaves what a mail server may have: it is finished. */
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
