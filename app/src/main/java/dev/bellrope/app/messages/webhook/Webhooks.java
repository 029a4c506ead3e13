package dev.bellrope.app.messages.webhook;

import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.EventTypes;
import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.events.UnknownEventType;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.escalation.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The webhook subscriptions and their deliveries. */
public final class Webhooks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Standard Webhooks requires 24 to 64 bytes. */
    private static final int SECRET_BYTES = 32;

    private final SubscriptionTable subscriptions;
    private final DeliveryTable deliveries;
    private final URI baseUrl;
    private final PublicAddress guard;
    private final Poller poller;
    private final Clock clock;

    public Webhooks(JdbcClient client, URI baseUrl, PublicAddress guard, Poller poller, Clock clock) {
        this.baseUrl = baseUrl;
        this.subscriptions = new SubscriptionTable(client);
        this.deliveries = new DeliveryTable(client);
        this.guard = guard;
        this.poller = poller;
        this.clock = clock;
    }

    /**
     * A new subscription with its secret, which is never shown again.
     *
     * @param secret {@code whsec_} and Base64
     */
    @Schema(name = "CreatedWebhookSubscription")
    public record CreatedSubscription(Subscription subscription, String secret) {}

    /** Inserts a delivery of each event for every subscription that wants its type, in the current transaction. */
    public void publish(List<PublishedEvent> events) {
        List<SubscriptionTable.NewSubscription> wishes = subscriptions.listWishes();
        if (wishes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (PublishedEvent event : events) {
            List<UUID> wanting = wishes.stream()
                    .filter(wish -> wish.wants(event.type()))
                    .map(SubscriptionTable.NewSubscription::subscription)
                    .toList();
            if (!wanting.isEmpty()) {
                String body = body(event.type(), event.happening().at(), event.data(baseUrl));
                wanting.forEach(
                        to -> deliveries.insert(UuidV7.inOrder(now), to, event.type(), event.escalation(), body, now));
            }
        }
        poller.wake();
    }

    private String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("dataschema", EventSchema.address(baseUrl, type).toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }

    /**
     * Creates a subscription.
     *
     * @param kinds the types of events, such as {@code escalation.opened}; empty for all
     * @param disabled whether nothing is sent there until somebody enables it
     * @throws UnfitAddress when the address cannot be that of a webhook
     * @throws UnknownEventType when a type does not exist
     */
    public CreatedSubscription create(URI url, List<String> kinds, boolean disabled, Actor who) {
        checked(url);
        EventTypes.check(kinds);
        byte[] key = new byte[SECRET_BYTES];
        RANDOM.nextBytes(key);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        Instant now = clock.instant();
        Subscription made = new Subscription(
                UuidV7.inOrder(now),
                url,
                kinds,
                who.id(),
                now,
                disabled ? Optional.of(now) : Optional.empty(),
                disabled ? by(who) : "");
        subscriptions.insert(made, secret);
        return new CreatedSubscription(made, secret);
    }

    /** The outcome of the newest delivery to a subscription. */
    public record LastDelivery(
            UUID subscription, String kind, OutboxState state, String note, int attempts, Instant aroseAt) {}

    /** Sends a delivery that only says that it is a test, signed and retried like any other. */
    public void test(UUID id) {
        get(id);
        Instant now = clock.instant();
        String body = body(EventTypes.TEST, now, Map.of("subscription", id.toString()));
        deliveries.insert(UuidV7.inOrder(now), id, EventTypes.TEST, "", body, now);
        poller.wake();
    }

    /** Lists the newest delivery to each subscription that ever had one. */
    public List<LastDelivery> listLast() {
        return deliveries.listLast();
    }

    public List<Subscription> list() {
        return subscriptions.list();
    }

    public Optional<Subscription> find(UUID id) {
        return subscriptions.find(id);
    }

    /**
     * Changes the address and the wanted types of a subscription.
     *
     * @throws NoSuchElementException when no subscription has this id
     * @throws UnfitAddress as for {@link #create}
     * @throws UnknownEventType as for {@link #create}
     */
    public Subscription change(UUID id, URI url, List<String> kinds) {
        checked(url);
        EventTypes.check(kinds);
        if (!subscriptions.update(id, url, kinds)) {
            throw missing(id);
        }
        return get(id);
    }

    /** Enables or disables a subscription; what waits for a disabled one becomes a dead letter. */
    public Subscription use(UUID id, boolean inUse, Actor who) {
        get(id);
        if (inUse) {
            subscriptions.enable(id);
        } else {
            subscriptions.disable(id, clock.instant(), by(who));
        }
        return get(id);
    }

    private static String by(Actor who) {
        return "by " + who.name();
    }

    /** Deletes a subscription and its secret. */
    public void delete(UUID id) {
        if (!subscriptions.delete(id, clock.instant())) {
            throw missing(id);
        }
    }

    private Subscription get(UUID id) {
        return subscriptions.find(id).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("No webhook subscription " + id);
    }

    private void checked(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new UnfitAddress("A webhook's address begins with https:// or http://");
        }
        if (url.getHost() == null || url.getUserInfo() != null) {
            throw new UnfitAddress("A webhook's address names a host, and neither user nor password");
        }
        guard.obstacle(url.getHost()).filter(one -> !one.retry()).ifPresent(one -> {
            throw new UnfitAddress(one.why());
        });
    }
}
