package dev.bellrope.app.messages;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.polling.Poller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages and webhook deliveries that were given up, and what people do with them. */
@Component
public class DeadLetters {
    private final OutboxListTable listing;
    private final DeadLetterTable table;
    private final Poller mailRounds;
    private final Poller webhookRounds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadLetters(
            OutboxListTable listing,
            DeadLetterTable table,
            @Qualifier("mailRounds") Poller mailRounds,
            @Qualifier("webhookRounds") Poller webhookRounds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.listing = listing;
        this.table = table;
        this.mailRounds = mailRounds;
        this.webhookRounds = webhookRounds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody dealt with a dead letter; published inside the transaction, for the audit trail.
     *
     * @param act {@code resent} or {@code discarded}
     */
    public record DeadLetterSettled(UUID id, String act, String person, String note, Instant at) {}

    /** Lists dead letters, the newest first. */
    public List<Outbox.OutboxItem> list(Optional<UUID> after, VisibleAccounts visible, int limit) {
        return listing.listDead(after, visible, limit);
    }

    /**
     * Sends a dead letter again under the same Message-ID or webhook-id, with the full time and number of attempts of a
     * new one.
     *
     * @throws NoSuchElementException when no such dead letter exists, or it was dealt with already
     */
    @Transactional
    public void resend(UUID id, String person, VisibleAccounts visible) {
        Instant now = clock.instant();
        if (!table.resend(id, now, visible)) {
            throw missing(id);
        }
        settled(id, "resent", person, "", now);
        mailRounds.wake();
        webhookRounds.wake();
    }

    /**
     * Gives a dead letter up for good.
     *
     * @throws NoSuchElementException as for {@link #resend}
     */
    @Transactional
    public void discard(UUID id, String person, String note, VisibleAccounts visible) {
        Instant now = clock.instant();
        if (!table.discard(id, "discarded by " + person + (note.isBlank() ? "" : ": " + note), visible)) {
            throw missing(id);
        }
        settled(id, "discarded", person, note, now);
    }

    private void settled(UUID id, String act, String person, String note, Instant now) {
        table.record(id, act, person, note, now);
        events.publishEvent(new DeadLetterSettled(id, act, person, note, now));
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("No dead letter " + id);
    }
}
