package dev.bellrope.app.messages.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A webhook subscription.
 *
 * @param kinds the types of events that are wanted, such as {@code escalation.opened}; empty for all
 * @param disabledAt since when nothing is sent there; empty if it is in use
 * @param disabledBecause the reason, in words
 */
@Schema(name = "WebhookSubscription")
public record Subscription(
        UUID id,
        URI url,
        List<String> kinds,
        String createdBy,
        Instant createdAt,
        Optional<Instant> disabledAt,
        String disabledBecause) {
    public Subscription {
        kinds = List.copyOf(kinds);
    }
}
