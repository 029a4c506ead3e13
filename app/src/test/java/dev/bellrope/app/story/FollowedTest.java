package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.core.escalation.Actor;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id leads from a signal to the last message about it. */
@Tag("nodes")
class FollowedTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + ID + "-00f067aa0ba902b7-01";
    private static final String OTHER = "11112222333344445555666677778888";

    @Test
    void theIdOfTheRequestIsFoundEverywhere() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
        try (PostOffice post = new PostOffice(0);
                Hook hook = new Hook();
                RunningApp app = RunningApp.with(clock)
                        .smtp(post.url())
                        .setting("bellrope.webhooks.allow-private", "true")
                        .start();
                Lines log = new Lines()) {
            SmallCompany.moveInto(app);
            app.get(Webhooks.class).create(hook.url(), List.of(), false, new Actor("ana", "Ana", Set.of()));
            Program program = new Program(app);
            JsonNode heard = program.hear("s1", PARENT, "");

            assertThat(heard.path("trace").asString()).isEqualTo(ID);
            assertThat(program.get("/api/v1/signals/" + heard.path("signal").asString())
                            .path("trace")
                            .asString())
                    .isEqualTo(ID);
            Until.isTrue("the mails are sent", BOUND, () -> !post.letters().isEmpty());
            assertThat(post.letters()).extracting(PostOffice.Letter::trace).allMatch(ID::equals);
            assertThat(traces(program.get("/api/v1/escalations/ESC-1001/timeline")))
                    .isNotEmpty()
                    .allMatch(ID::equals);
            assertThat(app.client()
                            .sql("select distinct trace from outbox")
                            .query(String.class)
                            .list())
                    .containsExactly(PARENT);
            assertThat(traces(program.get("/api/v1/messages"))).isNotEmpty().allMatch(ID::equals);
            int happened = count(app);
            Until.isTrue("the webhook is told of it", BOUND, () -> hook.told().size() == happened);
            assertThat(log.of("Signal s1 ")).containsExactly(ID);
            Until.isTrue("the mail is logged", BOUND, () -> !log.of("Mail ").isEmpty());
            assertThat(log.of("Mail ")).allMatch(ID::equals);

            // Hours later it strikes: nobody has acknowledged.
            long before = program.get("/api/v1/escalations/ESC-1001/timeline")
                    .path("items")
                    .size();
            clock.advance(Duration.ofHours(5));
            app.get(Clocks.class).strikeDue();
            List<String> all = traces(program.get("/api/v1/escalations/ESC-1001/timeline"));
            assertThat(all).hasSizeGreaterThan((int) before).allMatch(ID::equals);
            assertThat(count(app)).isGreaterThan(happened);
            Until.isTrue(
                    "the webhook is told of the strikes",
                    BOUND,
                    () -> hook.told().size() == count(app));
            assertThat(hook.told())
                    .extracting(one -> one.path("data").path("trace").asString())
                    .allMatch(ID::equals);
        }
    }

    @Test
    void theSignalsOwnWordCountsBeforeThatOfTheRequest() throws Exception {
        try (RunningApp app = RunningApp.with(Clock.systemUTC()).share()) {
            SmallCompany.moveInto(app);
            Program program = new Program(app);
            String own = "\"traceparent\": \"00-" + OTHER + "-00f067aa0ba902b7-00\",";
            assertThat(program.hear("s1", PARENT, own).path("trace").asString()).isEqualTo(OTHER);
            assertThat(program.hear("s2", "no such thing", "").path("trace").asString())
                    .matches("[0-9a-f]{32}")
                    .isNotIn(ID, OTHER);
            assertThat(program.hear("s1", "", "").path("trace").asString()).isEqualTo(OTHER);
        }
    }

    @Test
    void aNodeLogsJsonAndExportsBySettings(@TempDir Path folder) throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Collector collector = new Collector()) {
            String token;
            try (RunningApp app =
                    RunningApp.with(Clock.systemUTC()).on(database).start()) {
                SmallCompany.moveInto(app);
                token = app.get(Tokens.class)
                        .issue("test", Role.AGENT, EnumSet.of(Scope.SIGNALS_WRITE), Optional.empty());
            }
            try (Node node = Node.start(
                    "node",
                    folder,
                    database,
                    URI.create("local:mailbox"),
                    "--log.format=json",
                    "--tracing.otlp-url=" + collector.url())) {
                String event = event("s\\n1", "\"traceparent\": \"" + PARENT + "\",");
                assertThat(node.post("/api/v1/signals", token, "application/cloudevents+json", event)
                                .statusCode())
                        .isEqualTo(202);
                Until.isTrue(
                        "the signal is exported",
                        BOUND,
                        () -> collector.spansOf(ID).contains("signal"));
                // The link of the first administrator is printed for whoever sees it, and is no entry.
                Stream<JsonNode> entries =
                        node.log().lines().filter(line -> line.startsWith("{")).map(new JsonMapper()::readTree);
                assertThat(entries).anySatisfy(line -> {
                    assertThat(line.path("message").asString()).startsWith("Signal s\n1 of test: ");
                    assertThat(line.path("trace.id").asString()).isEqualTo(ID);
                    assertThat(line.path("log").path("level").asString()).isEqualTo("INFO");
                });
            }
        }
    }

    @Test
    void withoutASettingNothingIsRecorded() {
        try (RunningApp app = RunningApp.with(Clock.systemUTC()).share()) {
            assertThat(app.get(Tracer.class)).isSameAs(Tracer.NOOP);
            assertThat(app.all(ObservationHandler.class)).noneMatch(TracingObservationHandler.class::isInstance);
        }
    }

    @Test
    void aCollectorIsToldOfSignalStrikeAndMail() throws Exception {
        SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
        try (Collector collector = new Collector();
                PostOffice post = new PostOffice(0);
                RunningApp app = RunningApp.with(clock)
                        .smtp(post.url())
                        .setting("management.opentelemetry.tracing.export.otlp.endpoint", collector.url())
                        .setting("management.opentelemetry.tracing.export.schedule-delay", "100ms")
                        .start()) {
            SmallCompany.moveInto(app);
            assertThat(new Program(app).hear("s1", PARENT, "").path("trace").asString())
                    .isEqualTo(ID);
            Until.isTrue(
                    "the signal and the mail are exported",
                    BOUND,
                    () -> collector.spansOf(ID).containsAll(List.of("signal", "mail")));
            clock.advance(Duration.ofHours(5));
            app.get(Clocks.class).strikeDue();
            Until.isTrue(
                    "the strike is exported", BOUND, () -> collector.spansOf(ID).contains("strike"));
        }
    }

    /** How much happened that webhooks are told of. */
    private static int count(RunningApp app) {
        return app.client()
                .sql("select count(*) from webhook_delivery")
                .query(Integer.class)
                .single();
    }

    /** Of an outage. */
    private static String event(String id, String more) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "test", "type": "slo.missed", %s
                 "account": "acme", "data": {"share_of_users": 0.9}}""".formatted(id, more);
    }

    private static List<String> traces(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(line -> line.path("trace").asString())
                .toList();
    }

    /** Somebody who calls the API. */
    private static final class Program {
        private static final JsonMapper JSON = new JsonMapper();
        private final HttpClient http = HttpClient.newHttpClient();
        private final RunningApp app;
        private final String token;

        Program(RunningApp app) {
            this.app = app;
            this.token = app.get(Tokens.class)
                    .issue("test", Role.AGENT, EnumSet.of(Scope.READ, Scope.SIGNALS_WRITE), Optional.empty());
        }

        /** What became of a signal of an outage. */
        JsonNode hear(String id, String traceparent, String more) throws IOException, InterruptedException {
            HttpRequest.Builder request = request("/api/v1/signals")
                    .header("Content-Type", "application/cloudevents+json")
                    .POST(HttpRequest.BodyPublishers.ofString(event(id, more)));
            if (!traceparent.isEmpty()) {
                request.header("traceparent", traceparent);
            }
            return send(request);
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            return send(request(path));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(app.url(path)).header("Authorization", "Bearer " + token);
        }

        private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        }
    }

    /** The lines of the log meanwhile, with the id that each carries. */
    private static final class Lines implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger("dev.bellrope");
        private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

        Lines() {
            seen.start();
            logger.addAppender(seen);
        }

        List<String> of(String beginning) {
            return List.copyOf(seen.list).stream()
                    .filter(event -> event.getFormattedMessage().startsWith(beginning))
                    .map(event -> event.getMDCPropertyMap().getOrDefault("traceId", "none"))
                    .toList();
        }

        @Override
        public void close() {
            logger.detachAppender(seen);
        }
    }
}
