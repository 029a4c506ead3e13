package dev.bellrope.app.messages;

import dev.bellrope.app.messages.Addresses.Address;
import dev.bellrope.app.messages.rounds.Rounds;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.Playbook;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is to be said, inside the transaction of the events that it follows from; the rest happens after the commit.
 *
 * <p>A message is put into words here and not when it is sent: so the inbox, the outbox and the mail say the same, every attempt
 * carries the same text under the same Message-ID, and no change of a playbook or an account can spoil what waits. The address, the
 * suppression and the guardrails are looked at when it is sent.
 */
@Component
public class Messages {
    private final OutboxTable outbox;
    private final InboxTable inbox;
    private final SuppressionTable suppressed;
    private final Addresses addresses;
    private final Texts texts;
    private final Webhooks webhooks;
    private final Rounds mailRounds;
    private final Clock clock;

    Messages(
            OutboxTable outbox,
            InboxTable inbox,
            SuppressionTable suppressed,
            Addresses addresses,
            Texts texts,
            Webhooks webhooks,
            @Qualifier("mailRounds") Rounds mailRounds,
            Clock clock) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.suppressed = suppressed;
        this.addresses = addresses;
        this.texts = texts;
        this.webhooks = webhooks;
        this.mailRounds = mailRounds;
        this.clock = clock;
    }

    /**
     * Writes messages into the outbox, and those to colleagues into their inbox; one whose {@code dedupe} is known already is left
     * out. Must be called inside a transaction.
     *
     * @param playbook whose templates and guardrails hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(List<Message> messages, Playbook playbook) {
        Rails rails = Rails.of(playbook.guardrails());
        for (Message message : messages) {
            Address address = addresses.find(message.to()).orElseGet(() -> new Address("", "", ZoneOffset.UTC, "en"));
            Texts.Text text = texts.render(message, playbook, address);
            UUID id = UuidV7.inOrder(clock.instant());
            boolean inserted = switch (message.channel()) {
                case Message.EMAIL -> outbox.insert(id, message, text, rails, "waiting", "");
                case Message.INBOX -> outbox.insert(id, message, text, rails, "sent", "shown in the inbox");
                case Message.PORTAL -> outbox.insert(id, message, text, rails, "sent", "shown in the portal");
                default ->
                    outbox.insert(id, message, text, rails, "dead", "no way to send by \"" + message.channel() + "\"");
            };
            if (inserted && message.to() instanceof Recipient.Colleague(String person)) {
                inbox.insert(person, id);
            }
        }
        mailRounds.wake();
    }

    /**
     * The escalation is over: reminders about it that have not gone yet do not go.
     *
     * @return how many
     */
    public int cancel(String escalation) {
        return outbox.cancel(escalation, TemplateKind.REMINDERS, clock.instant());
    }

    /** Mail to that address came back: nothing goes there again, whoever sends, until a person lifts it. */
    public void bounced(String address, String reason) {
        suppressed.insert(address, reason, clock.instant());
    }

    /** Lifts it; false when the address was not suppressed. */
    public boolean unsuppress(String address) {
        return suppressed.delete(address);
    }

    public List<Suppressed> listSuppressed() {
        return suppressed.list();
    }

    /**
     * Tells the subscribed webhooks of something. Must be called inside the transaction that makes it so.
     *
     * @param kind such as {@code escalation.opened}
     * @param data what the body carries as {@code data}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String kind, String escalation, Map<String, ?> data) {
        webhooks.publish(kind, escalation, data);
    }

    /** Nothing goes out until {@link #goOn}; what arises meanwhile waits. */
    public void rest() {
        mailRounds.close();
    }

    /** What waits goes out again. */
    public void goOn() {
        mailRounds.start();
    }

    /**
     * What waits counts as sent when it arose, and does not go: for a history that was told at its time.
     *
     * @param note why it does not go, for whoever looks at the outbox
     */
    @Transactional
    public int takeAsSent(String note) {
        return outbox.takeAsSent(note);
    }
}
