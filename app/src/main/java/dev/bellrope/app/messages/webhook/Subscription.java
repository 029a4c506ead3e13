package dev.bellrope.app.messages.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who wants to be told by HTTP.
 *
 * @param kinds types of events that are wanted, {@code escalation.opened}; empty: all
 * @param disabledAt since when nothing goes there; empty: it is in use
 * @param disabledBecause why, in words
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
