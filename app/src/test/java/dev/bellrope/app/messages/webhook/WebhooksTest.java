package dev.bellrope.app.messages.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Severity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTest {
    private static final Actor ANA = new Actor("ana", "Ana", Set.of());

    private static final URI BASE = URI.create("https://bells.example");

    /** The library that verifies knows only the time of the world. */
    private final SettableClock clock =
            SettableClock.at(Clock.systemUTC().instant().toString());

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient client = database.client();
    private final Webhooks webhooks =
            new Webhooks(client, BASE, new PublicAddress(true), new Poller("nobody", () -> 0), clock);
    private final WebhookSender round =
            new WebhookSender(client, new PublicAddress(true), Duration.ofMillis(700), clock);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private record Received(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .getFirst();
        }
    }

    WebhooksTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try {
                answer.to(exchange);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    private void publish(String escalation, Event event) {
        webhooks.publish(List.of(new PublishedEvent(
                escalation,
                "acme",
                "baseline@1",
                Severity.S1,
                Status.ACTIVE,
                "L1",
                new RecordedEvent(3, clock.instant(), "ana", "Ana", event, Optional.empty()))));
    }

    private void publish(String escalation) {
        publish(escalation, new Event.Acknowledged("ana"));
    }

    @AfterEach
    void stop() {
        over.countDown();
        round.close();
        server.stop(0);
        database.close();
    }

    @Test
    void theSignatureIsThatOfTheStandard() throws Exception {
        // The published vector of standard-webhooks (b2fa7b8).
        var request = WebhookSender.request(
                URI.create("https://example.com"),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "{\"test\": 2432232314}",
                Instant.ofEpochSecond(1614265330));
        assertThat(request.headers().firstValue("webhook-signature"))
                .contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(request.headers().firstValue("webhook-timestamp")).contains("1614265330");
        assertThat(request.headers().firstValue("webhook-id")).contains("msg_p5jXN8AQM9LWM0D4loKWxJek");
    }

    @Test
    void aHappeningReachesWhoWantsItAndCanBeVerified() throws Exception {
        Webhooks.CreatedSubscription created = webhooks.create(url(), List.of("escalation.acknowledged"), false, ANA);
        publish("ESC-1", new Event.Closed("done"));
        publish("ESC-1", new Event.Acknowledged("bob"));
        assertThat(round.run()).isOne();
        assertThat(received).singleElement().satisfies(one -> {
            new Webhook(created.secret()).verify(one.body(), one.headers());
            JsonNode told = JsonMapper.shared().readTree(one.body());
            assertThat(told.path("type").asString()).isEqualTo("escalation.acknowledged");
            assertThat(told.path("timestamp").asString())
                    .isEqualTo(clock.instant().toString());
            assertThat(told.path("dataschema").asString())
                    .isEqualTo("https://bells.example/schema/events-v1.json#/$defs/EscalationAcknowledgedData");
            assertThat(told.at("/data/severity").asString()).isEqualTo("S1");
            assertThat(told.at("/data/details/by").asString()).isEqualTo("bob");
        });
        assertThat(states()).containsExactly("sent: answered 204");
    }

    @Test
    void whatSomebodyElseHoldsKeepsNoOtherDeliveryWaiting() throws Exception {
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        publish("ESC-2");
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from webhook_delivery where escalation_key = 'ESC-1' for update");
            assertThat(CompletableFuture.supplyAsync(round::run).get(20, TimeUnit.SECONDS))
                    .isOne();
        }
        assertThat(round.run()).isOne();
    }

    @Test
    void aFailureIsTriedAgainUnderTheSameIdUntilThePausesAreUsedUp() {
        answer = exchange -> exchange.sendResponseHeaders(500, -1);
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        for (int attempt = 1; attempt <= 9; attempt++) {
            assertThat(round.run()).isOne();
            assertThat(states()).containsExactly("waiting: attempt " + attempt + ": answered 500");
            assertThat(round.run()).isZero();
            clock.advance(Duration.ofHours(31));
        }
        round.run();
        assertThat(states()).containsExactly("dead: answered 500, after 10 attempts");
        assertThat(received.stream().map(one -> one.header("webhook-id")).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, 3600, 3600", "503, 3600, 3600", "500, 3600, 0", "429, Thu 99, 0", "503, 999999999, 86400"})
    void retryAfterIsHonouredWhereItMeansSomething(int status, String header, long seconds) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            exchange.sendResponseHeaders(status, -1);
        };
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        round.run();
        Duration ownPause = Duration.ofSeconds(7);
        clock.advance(seconds == 0 ? ownPause : Duration.ofSeconds(seconds - 1));
        assertThat(round.run()).isEqualTo(seconds == 0 ? 1 : 0);
        clock.advance(Duration.ofSeconds(1));
        assertThat(round.run()).isEqualTo(seconds == 0 ? 0 : 1);
    }

    @Test
    void goneDisablesTheSubscription() {
        answer = exchange -> exchange.sendResponseHeaders(410, -1);
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        publish("ESC-1", new Event.Closed("done"));
        round.run();
        assertThat(webhooks.list())
                .singleElement()
                .satisfies(one -> assertThat(one.disabledBecause()).contains("410"));
        publish("ESC-2");
        assertThat(round.run()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        };
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        round.run();
        assertThat(received).hasSize(1);
        assertThat(states()).containsExactly("waiting: attempt 1: answered " + status);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aReceiverThatHangsIsLeftAfterAWhile(boolean afterItsHeaders) {
        answer = exchange -> {
            if (afterItsHeaders) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
            over.await();
        };
        webhooks.create(url(), List.of(), false, ANA);
        publish("ESC-1");
        round.run();
        assertThat(states()).containsExactly("waiting: attempt 1: no answer within 700 ms");
    }

    @Test
    void privateAddressesAreRefusedWhenTheyAreGivenAndWhenANameComesToPointThere() {
        PublicAddress guard = new PublicAddress(false);
        Webhooks careful = new Webhooks(client, BASE, guard, new Poller("nobody", () -> 0), clock);
        assertThatThrownBy(() -> careful.create(url(), List.of(), false, ANA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a public address");
        Webhooks.CreatedSubscription created = careful.create(URI.create("https://8.8.8.8"), List.of(), false, ANA);
        assertThatThrownBy(() -> careful.change(created.subscription().id(), url(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a public address");
        webhooks.delete(created.subscription().id());
        webhooks.create(URI.create("http://localhost:" + server.getAddress().getPort()), List.of(), false, ANA);
        publish("ESC-1");
        try (WebhookSender guarded = new WebhookSender(client, guard, Duration.ofSeconds(5), clock)) {
            guarded.run();
        }
        assertThat(received).isEmpty();
        assertThat(states()).singleElement().asString().startsWith("dead: localhost is at 127.0.0.1, which is not a");
    }

    @Test
    void aTypeThatThereIsNotIsRefusedWhenItIsMadeAndWhenItIsChanged() {
        assertThatThrownBy(() -> webhooks.create(url(), List.of("escalation.target-mised"), false, ANA))
                .hasMessageContaining("did you mean 'escalation.target-missed'?");
        Webhooks.CreatedSubscription created = webhooks.create(url(), List.of("escalation.target-missed"), false, ANA);
        assertThatThrownBy(() -> webhooks.change(created.subscription().id(), url(), List.of("target-missed")))
                .hasMessageContaining("did you mean 'escalation.target-missed'?");
        assertThat(webhooks.list())
                .singleElement()
                .satisfies(one -> assertThat(one.kinds()).containsExactly("escalation.target-missed"));
    }

    @ParameterizedTest
    @CsvSource({"ftp://example.com", "https://user:secret@example.com/", "mailto:a@example.com", "/path"})
    void anAddressThatIsNoneOfAWebhookIsRefused(URI url) {
        assertThatThrownBy(() -> webhooks.create(url, List.of(), false, ANA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhook's address");
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private List<String> states() {
        return client.sql("select state || ': ' || note from webhook_delivery order by delivery_id")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
