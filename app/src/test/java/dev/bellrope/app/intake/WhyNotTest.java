package dev.bellrope.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.Escalations;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why nothing came of a signal: asked over HTTP, answered as it would be judged, and kept nowhere. */
class WhyNotTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-09T09:30:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).share();
        SmallCompany.moveInto(app);
        app.get(Intake.class)
                .hear(SmallCompany.signal(
                        "1",
                        "ticket.opened",
                        "tiny",
                        "T-1",
                        CLOCK.instant(),
                        Map.of("priority", "urgent", "tags", List.of("eu"))));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String event(String id, String account, String priority) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "test", "type": "ticket.opened", "subject": "N-1",
                 "account": "%s", "data": {"summary": "Nobody can pay", "priority": "%s"}}""".formatted(id, account, priority);
    }

    private static JsonNode ask(Visitor program, String event) {
        HttpResponse<String> answer = program.post("/api/v1/what-if/signals", event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode trigger(JsonNode answer, String name) {
        return answer.get("triggers")
                .valueStream()
                .filter(one -> one.get("trigger").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSignalIsJudgedAsIfItCameInAndIsKeptNowhere() {
        int signals = app.get(Intake.class)
                .list(Optional.empty(), Optional.empty(), 100)
                .size();
        try (Visitor program = Visitor.withToken(app, Scope.READ, Scope.ESCALATIONS_WRITE, Scope.SIGNALS_WRITE)) {
            JsonNode answer = ask(program, event("s1", "acme", "urgent"));
            JsonNode fired = trigger(answer, "flagged-at-intake");
            assertThat(fired.get("fires").asBoolean()).isTrue();
            assertThat(answer.get("does").toString()).contains("a new escalation: open");
            assertThat(app.get(Intake.class).list(Optional.empty(), Optional.empty(), 100))
                    .hasSize(signals);
            assertThat(app.get(Escalations.class).listOpenStates(VisibleAccounts.ALL, 10))
                    .isEmpty();
        }
    }

    @Test
    void whatNearlyFiredTellsWhatWasMissing() {
        try (Visitor program = Visitor.withToken(app, Scope.READ, Scope.ESCALATIONS_WRITE)) {
            JsonNode near = trigger(ask(program, event("s2", "tiny", "urgent")), "flagged-at-intake");
            assertThat(near.get("fires").asBoolean()).isFalse();
            assertThat(near.get("nearly").asBoolean()).isTrue();
            JsonNode parts = near.get("condition").get("parts");
            assertThat(parts.get(0).get("truth").asString()).isEqualTo("fails");
            assertThat(parts.get(0).get("words").asString()).isEqualTo("the account's value band is strategic or key");
            assertThat(parts.get(0).get("saw").toString()).isEqualTo("{\"band\":\"standard\"}");
            assertThat(parts.get(1).get("truth").asString()).isEqualTo("holds");
            JsonNode deaf = trigger(ask(program, event("s3", "tiny", "urgent")), "service-objective-missed");
            assertThat(deaf.get("listens").asBoolean()).isFalse();
        }
    }

    @Test
    void anAccountThatNobodyKnowsWouldWait() {
        try (Visitor program = Visitor.withToken(app, Scope.READ, Scope.ESCALATIONS_WRITE)) {
            JsonNode answer = ask(program, event("s4", "whoever", "urgent"));
            assertThat(answer.get("account").asString()).isEmpty();
            assertThat(answer.get("does").size()).isZero();
        }
    }

    @Test
    void aTicketIsAskedAboutByItsId() {
        try (Visitor program = Visitor.withToken(app, Scope.READ, Scope.ESCALATIONS_WRITE)) {
            HttpResponse<String> answer =
                    program.post("/api/v1/what-if/tickets/T-1?kind=ticket.target.missed&promise=resolve", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(trigger(JSON.readTree(answer.body()), "ticket-target-missed")
                            .get("fires")
                            .asBoolean())
                    .isTrue();
            assertThat(program.post("/api/v1/what-if/tickets/T-404", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void thePageAnswersAndKeepsWhatWasPasted() {
        try (Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            assertThat(agent.get("/playbook/why-not?ticket=T-1").body())
                    .contains(
                            "No trigger fires on ticket.opened",
                            "These nearly did",
                            "the account's value band is strategic or key",
                            "band: standard");
            HttpResponse<String> unknown = agent.get("/playbook/why-not?ticket=T-404");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("No ticket T-404 is watched");
            assertThat(agent.submit("/playbook/why-not", Map.of("event", event("s5", "acme", "urgent")))
                            .body())
                    .contains("One trigger fires on ticket.opened", "a new escalation: open", "Nobody can pay");
            HttpResponse<String> refused = agent.submit("/playbook/why-not", Map.of("event", "{\"no\": \"event\"}"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("The specversion is missing", "{\"no\": \"event\"}");
        }
    }
}
