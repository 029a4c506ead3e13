package dev.bellrope.app.messages;

import dev.bellrope.app.messages.Addresses.RecipientAddress;
import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Playbook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enqueues messages, inside the transaction of the events that cause them; the rest happens after the commit.
 *
 * <p>The text of a message is rendered here and not when it is sent: so the inbox, the outbox and the mail say the
 * same, every attempt carries the same text under the same Message-ID, and no change of a playbook or an account can
 * spoil what waits. The address, the suppression and the guardrails are checked when it is sent.
 */
@Component
public class Messages {
    private static final RecipientAddress NOWHERE = new RecipientAddress("", "", ZoneOffset.UTC, "en");

    private final OutboxTable outbox;
    private final EnqueuedTable enqueued;
    private final SuppressionTable suppressed;
    private final Addresses addresses;
    private final MessageTexts texts;
    private final Webhooks webhooks;
    private final Poller mailRounds;
    private final Clock clock;

    Messages(
            OutboxTable outbox,
            EnqueuedTable enqueued,
            SuppressionTable suppressed,
            Addresses addresses,
            MessageTexts texts,
            Webhooks webhooks,
            @Qualifier("mailRounds") Poller mailRounds,
            Clock clock) {
        this.outbox = outbox;
        this.enqueued = enqueued;
        this.suppressed = suppressed;
        this.addresses = addresses;
        this.texts = texts;
        this.webhooks = webhooks;
        this.mailRounds = mailRounds;
        this.clock = clock;
    }

    /**
     * A message to be enqueued.
     *
     * @param playbook the playbook whose templates and guardrails apply
     * @param trace the trace of its cause
     */
    public record MessageRequest(Message message, Playbook playbook, Optional<Trace> trace) {}

    /**
     * Writes messages into the outbox, and those to colleagues into their inboxes; one whose {@code dedupe} is already
     * known is left out. Must be called inside a transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(List<MessageRequest> toSay) {
        if (toSay.isEmpty()) {
            return;
        }
        Map<Recipient, RecipientAddress> found =
                addresses.find(toSay.stream().map(one -> one.message().to()).collect(Collectors.toSet()));
        Instant now = clock.instant();
        List<EnqueuedTable.EnqueuedMessage> added = new ArrayList<>();
        for (MessageRequest one : toSay) {
            Message message = one.message();
            RecipientAddress address = found.getOrDefault(message.to(), NOWHERE);
            added.add(EnqueuedTable.EnqueuedMessage.of(
                    UuidV7.inOrder(now),
                    message,
                    texts.render(message, one.playbook(), address),
                    GuardrailSnapshot.of(one.playbook().guardrails()),
                    one.trace()));
        }
        enqueued.insert(added);
        mailRounds.wake();
    }

    /**
     * Cancels the unsent reminders about an escalation that is over.
     *
     * @return how many were cancelled
     */
    public int cancel(String escalation) {
        return outbox.cancel(escalation, TemplateKind.REMINDERS, clock.instant());
    }

    /**
     * Suppresses an address whose mail bounced: nothing is sent there any more, until a person lifts the suppression.
     */
    public void bounced(String address, String reason) {
        suppressed.insert(address, reason, clock.instant());
    }

    /** Lifts the suppression of an address; false if it was not suppressed. */
    public boolean unsuppress(String address) {
        return suppressed.delete(address);
    }

    public List<SuppressedAddress> listSuppressed() {
        return suppressed.list();
    }

    /** Tells the subscribed webhooks about events. Must be called inside the transaction of the events. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<PublishedEvent> events) {
        webhooks.publish(events);
    }

    /** Stops sending until {@link #goOn} is called; new messages wait. */
    public void rest() {
        mailRounds.close();
    }

    /** Resumes sending. */
    public void goOn() {
        mailRounds.start();
    }

    /**
     * Marks waiting messages as sent at the time that they arose, without sending them: for a history whose messages
     * were sent in their day.
     *
     * @param note why they are not sent, for readers of the outbox
     */
    @Transactional
    public int takeAsSent(String note) {
        return outbox.takeAsSent(note);
    }
}
