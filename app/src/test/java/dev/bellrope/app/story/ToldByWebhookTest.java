package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.messages.events.EventSchema;
import dev.bellrope.app.messages.events.PublishedSchema;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that knows our API, the rules of Standard Webhooks and the schema that we serve, and nothing else of us. */
class ToldByWebhookTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** The library that verifies knows only the time of the world. */
    private final SettableClock clock =
            SettableClock.at(Clock.systemUTC().instant().toString());

    @Test
    void itVerifiesAndUnderstandsWhatItIsTold() throws Exception {
        try (Hook hook = new Hook();
                RunningApp app = RunningApp.with(clock)
                        .setting("bellrope.webhooks.allow-private", "true")
                        .start();
                Visitor program = Visitor.withToken(app, Scope.ADMIN)) {
            SmallCompany.moveInto(app);
            HttpResponse<String> made = program.post("/api/v1/webhook-subscriptions", """
                    {"url": "%s", "kinds": ["escalation.opened", "escalation.role-assigned", "escalation.target-started"]}""".formatted(hook.url()));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            Webhook key = new Webhook(
                    JsonMapper.shared().readTree(made.body()).path("secret").asString());
            PublishedSchema schema =
                    PublishedSchema.of(program.get(EventSchema.PATH).body());

            app.get(Escalations.class)
                    .hear(SmallCompany.signal(
                            "s-1", "slo.missed", "acme", "T-1", clock.instant(), Map.of("share_of_users", 0.9)));
            int wanted = app.client().sql("""
                            select count(*) from escalation_event where name in ('opened', 'role-assigned', 'target-started')
                            """).query(Integer.class).single();
            Until.isTrue("all that it wants has come", BOUND, () -> hook.calls().size() == wanted);

            for (Hook.Call call : hook.calls()) {
                key.verify(call.body(), call.headers());
            }
            List<JsonNode> told = hook.calls().stream()
                    .map(call -> schema.understand(call.body()))
                    .toList();
            assertThat(of("escalation.opened", told)).singleElement().satisfies(opened -> {
                assertThat(opened.at("/data/escalation").asString()).isEqualTo("ESC-1001");
                assertThat(opened.at("/data/url").asString()).isEqualTo("http://localhost/escalations/ESC-1001");
                assertThat(opened.at("/data/account").asString()).isEqualTo("acme");
                assertThat(opened.at("/data/details/tickets/0").asString()).isEqualTo("T-1");
                assertThat(opened.at("/data/details/assessment/score").isNumber())
                        .isTrue();
            });
            assertThat(of("escalation.role-assigned", told))
                    .extracting(assigned ->
                            assigned.at("/data/details/assignment/role").asString())
                    .contains("owner");
            assertThat(of("escalation.target-started", told)).isNotEmpty().allSatisfy(started -> {
                assertThat(started.at("/data/details/target").asString()).isNotEmpty();
                assertThat(started.at("/data/details/cycle").intValue()).isOne();
                assertThat(Duration.parse(started.at("/data/details/budget").asString()))
                        .isPositive();
                assertThat(Instant.parse(started.at("/data/details/due").asString()))
                        .isAfter(Instant.parse(started.at("/data/at").asString()));
            });
        }
    }

    private static List<JsonNode> of(String type, List<JsonNode> told) {
        return told.stream()
                .filter(one -> one.path("type").asString().equals(type))
                .toList();
    }
}
