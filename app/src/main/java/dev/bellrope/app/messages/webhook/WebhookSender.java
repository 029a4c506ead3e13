package dev.bellrope.app.messages.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.bellrope.app.messages.polling.AfterOutage;
import dev.bellrope.app.messages.polling.Backoff;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.webhook.DeliveryTable.ClaimedDelivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delivers webhooks that are due: signed, in parallel, and done only on a 2xx answer. */
public final class WebhookSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int BATCH = 20;

    /** The pauses that Standard Webhooks recommends: nine, over three days. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final SubscriptionTable subscriptions;
    private final DeliveryTable deliveries;
    private final PublicAddress guard;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;

    /** Creates the sender; the timeout applies to a whole answer, including its body. */
    public WebhookSender(JdbcClient client, PublicAddress guard, Duration timeout, Clock clock) {
        this.subscriptions = new SubscriptionTable(client);
        this.deliveries = new DeliveryTable(client);
        this.guard = guard;
        this.timeout = timeout;
        this.clock = clock;
        // A redirect could lead to an address that is not allowed.
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** Runs one round and returns how many deliveries it processed. */
    public int run() {
        List<ClaimedDelivery> due = deliveries.claim(UUID.randomUUID(), clock.instant(), BATCH);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> threads.execute(() -> {
                try {
                    deliver(one);
                } catch (RuntimeException failed) {
                    LOG.warn("{} is left until its lease ends", one, failed);
                }
            }));
        }
        return due.size();
    }

    private void deliver(ClaimedDelivery delivery) {
        if (!delivery.usable()) {
            deliveries.settle(delivery, OutboxState.DEAD, "the subscription is disabled or deleted", clock.instant());
            return;
        }
        // The client looks the name up again, in the cache of the JVM (30 s); the answer can differ only if the entry
        // expires between the two lookups.
        Optional<PublicAddress.Obstacle> obstacle =
                guard.obstacle(delivery.url().getHost());
        if (obstacle.isPresent()) {
            failed(delivery, obstacle.get().why(), obstacle.get().retry(), Optional.empty());
            return;
        }
        HttpRequest request;
        try {
            request = request(delivery, clock.instant());
        } catch (WebhookSigningException | EmptyWebhookSecretException | IllegalArgumentException unusable) {
            failed(delivery, "it cannot be signed: " + unusable.getMessage(), false, Optional.empty());
            return;
        }
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            judge(delivery, answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            failed(delivery, "no answer within " + timeout.toMillis() + " ms", true, Optional.empty());
        } catch (ExecutionException broken) {
            failed(delivery, String.valueOf(broken.getCause()), true, Optional.empty());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static HttpRequest request(URI url, String secret, String id, String body, Instant at)
            throws WebhookSigningException, EmptyWebhookSecretException {
        long seconds = at.getEpochSecond();
        return HttpRequest.newBuilder(url)
                .header("content-type", "application/json")
                .header("user-agent", "Bellrope")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", new Webhook(secret).sign(id, seconds, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest request(ClaimedDelivery delivery, Instant at)
            throws WebhookSigningException, EmptyWebhookSecretException {
        return request(delivery.url(), delivery.secret(), "msg_" + delivery.id(), delivery.body(), at);
    }

    private void judge(ClaimedDelivery delivery, HttpResponse<Void> answer) {
        int status = answer.statusCode();
        Instant now = clock.instant();
        if (status >= 200 && status < 300) {
            AfterOutage.write(() -> deliveries.settle(delivery, OutboxState.SENT, "answered " + status, now));
        } else if (status == 410) {
            subscriptions.disable(delivery.subscription(), now, "the receiver answered 410 Gone");
            deliveries.settle(delivery, OutboxState.DEAD, "answered 410: the subscription is disabled", now);
        } else {
            Optional<Duration> asked = status == 429 || status == 503
                    ? answer.headers().firstValue("retry-after").flatMap(value -> RetryAfter.parse(value, now))
                    : Optional.empty();
            failed(delivery, "answered " + status, true, asked);
        }
    }

    private void failed(ClaimedDelivery delivery, String why, boolean retry, Optional<Duration> asked) {
        Instant now = clock.instant();
        if (!retry || delivery.attempts() > PAUSES.size()) {
            deliveries.settle(delivery, OutboxState.DEAD, why + ", after " + delivery.attempts() + " attempts", now);
            return;
        }
        Duration own = Backoff.spread(PAUSES.get(delivery.attempts() - 1), delivery.id(), delivery.attempts());
        Duration pause = asked.filter(one -> one.compareTo(own) > 0).orElse(own);
        deliveries.postpone(delivery, now.plus(pause), "attempt " + delivery.attempts() + ": " + why);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
