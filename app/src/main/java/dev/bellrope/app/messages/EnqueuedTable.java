package dev.bellrope.app.messages;

import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts the rows of {@code outbox} and {@code inbox}. */
@Component
class EnqueuedTable {
    private final JdbcClient client;

    EnqueuedTable(JdbcClient client) {
        this.client = client;
    }

    /**
     * A message to be written.
     *
     * @param state waiting; sent, for the inbox and the portal, which show it at once; or dead, if no channel can carry
     *     it
     */
    record EnqueuedMessage(
            UUID id,
            Message message,
            MessageTexts.MessageText text,
            GuardrailSnapshot rails,
            Optional<Trace> trace,
            String sameAs,
            OutboxState state,
            String note) {
        static EnqueuedMessage of(
                UUID id,
                Message message,
                MessageTexts.MessageText text,
                GuardrailSnapshot guardrails,
                Optional<Trace> trace) {
            String sameAs = TemplateKind.sameAs(message, text);
            return switch (message.channel()) {
                case Message.EMAIL ->
                    new EnqueuedMessage(id, message, text, guardrails, trace, sameAs, OutboxState.WAITING, "");
                case Message.INBOX ->
                    new EnqueuedMessage(
                            id, message, text, guardrails, trace, sameAs, OutboxState.SENT, "shown in the inbox");
                case Message.PORTAL ->
                    new EnqueuedMessage(
                            id, message, text, guardrails, trace, sameAs, OutboxState.SENT, "shown in the portal");
                default ->
                    new EnqueuedMessage(
                            id,
                            message,
                            text,
                            guardrails,
                            trace,
                            sameAs,
                            OutboxState.DEAD,
                            "no way to send by \"" + message.channel() + "\"");
            };
        }

        /**
         * Returns what identifies a message's content: while one message waits, a second one with the same values says
         * nothing new.
         */
        List<String> same() {
            return List.of(message.to().word(), message.escalation(), message.template(), message.channel(), sameAs);
        }

        /** Returns the person in whose inbox the message is shown as well; null if it is not for a colleague. */
        @Nullable String inbox() {
            return message.to() instanceof Recipient.Colleague(String person) ? person : null;
        }
    }

    /**
     * Inserts messages, and those to colleagues into their inboxes. A message that was enqueued before is left out; one
     * is dropped if another that says the same already waits.
     */
    void insert(List<EnqueuedMessage> added) {
        // A statement does not see its own inserts, so two messages that say the same need two statements.
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

    private void insertDistinct(List<EnqueuedMessage> added) {
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
                .param("sameAs", texts(added, EnqueuedMessage::sameAs))
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
                .param("states", texts(added, one -> one.state().word()))
                .param("notes", texts(added, EnqueuedMessage::note))
                .param("inboxes", texts(added, EnqueuedMessage::inbox))
                .param(
                        "traces",
                        texts(added, one -> one.trace().map(Trace::parent).orElse(null)))
                .update();
    }
}
