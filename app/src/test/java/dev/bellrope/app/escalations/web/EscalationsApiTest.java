package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EscalationsApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static SampleCompany company;
    private static Visitor program;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        program = Visitor.withToken(company.app, Scope.READ, Scope.ESCALATIONS_WRITE);
    }

    @AfterAll
    static void stop() {
        program.close();
        company.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String in(String state) {
        String key = company.declare(
                program,
                "acme",
                "S1",
                state.equals("requested") || state.equals("declined") ? ", \"request\": true" : "");
        switch (state) {
            case "declined" -> company.ask(key, Act.DECLINE, "{\"reason\": \"known\"}");
            case "resolved", "watch", "closed" -> {
                company.ask(key, Act.RESOLVE, "{\"summary\": \"done\"}");
                if (!state.equals("resolved")) {
                    company.ask(key, Act.DE_ESCALATE, "{\"reason\": \"calm\"}");
                }
                if (state.equals("closed")) {
                    for (String criterion : List.of(
                            "cause-known", "fix-validated", "customer-confirms-or-48h-silence", "promises-answered")) {
                        company.ask(
                                key,
                                Act.WAIVE_CRITERION,
                                "{\"criterion\": \"%s\", \"reason\": \"test\"}".formatted(criterion));
                    }
                    company.ask(key, Act.CLOSE, "{\"note\": \"over\"}");
                }
            }
            case "merged" -> {
                String into = company.declare(program, "acme", "S1", "");
                company.ask(key, Act.MERGE, "{\"into\": \"%s\"}".formatted(into));
            }
            default -> {}
        }
        assertThat(company.escalations()
                        .find(key)
                        .orElseThrow()
                        .state()
                        .status()
                        .word())
                .isEqualTo(state);
        return key;
    }

    @Test
    void tellsEverythingOfADeclaredEscalation() {
        String key = company.declare(
                program, "acme", "S1", ", \"impactNote\": \"shops are closed\", \"tickets\": [\"4711\"]");
        HttpResponse<String> answer = program.get("/api/v1/escalations/" + key);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode told = json(answer);
        assertThat(answer.headers().firstValue("ETag"))
                .contains("\"" + told.get("sequence").asLong() + "\"");
        assertThat(told.at("/status").asString()).isEqualTo("active");
        assertThat(told.at("/assessment/severity").asString()).isEqualTo("S1");
        assertThat(told.at("/assessment/reasons").size()).isPositive();
        assertThat(told.at("/tickets/4711").asBoolean()).isFalse();
        assertThat(told.at("/clocks/0/target").asString()).isEqualTo("acknowledge");
        assertThat(told.at("/clocks/0/due").asString()).isEqualTo("2026-03-09T09:45:00Z");
        assertThat(told.at("/clocks/0/remainingSeconds").asInt()).isEqualTo(900);
        assertThat(told.at("/exitCriteria").size()).isEqualTo(4);
        assertThat(told.at("/allowed").valueStream().map(JsonNode::asString)).contains("acknowledgement", "notes");
        assertThat(told.at("/owed/0/kind").asString()).isEqualTo("keep-promise");
        assertThat(told.at("/owed/0/about").asString()).isEqualTo("acknowledge");
        assertThat(told.at("/owed/0/by").size()).isOne();
        assertThat(told.at("/owed/0/due").asString()).isEqualTo("2026-03-09T09:45:00Z");
        assertThat(told.at("/next/0/at").asString()).isEqualTo("2026-03-09T09:37:30Z");
        assertThat(told.at("/next").valueStream())
                .as("what is foretold after the first miss too, the end of the ladder included")
                .anyMatch(step -> step.get("what").asString().equals("resolve is missed"))
                .anyMatch(step -> step.get("climbsTo").asString().equals("L3"));
        JsonNode lines =
                json(program.get("/api/v1/escalations/" + key + "/timeline")).get("items");
        assertThat(lines.get(0).get("what").asString()).isEqualTo("opened");
        assertThat(lines.get(0).get("reasons").size()).isPositive();
        assertThat(json(program.get("/api/v1/escalations/" + key + "/timeline?after=" + lines.size()))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void aProgramAnswersForAnAgentAndMayNotWaive() {
        String key = in("active");
        HttpResponse<String> refused = program.post(
                "/api/v1/escalations/" + key + "/criterion-waivers",
                "{\"criterion\": \"cause-known\", \"reason\": \"hurry\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("detail").asString()).contains("executive");
        assertThat(program.post("/api/v1/escalations/" + key + "/acknowledgement", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void T78_theSecondToActIsToldWhoWasFaster() {
        String key = in("active");
        String seen = program.get("/api/v1/escalations/" + key)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        company.ask(key, Act.ACKNOWLEDGE, "{}");
        HttpResponse<String> answer =
                program.post("/api/v1/escalations/" + key + "/notes", "{\"text\": \"late\"}", "If-Match", seen);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).at("/since/0/by").asString()).isEqualTo("Irena Kralova");
        assertThat(json(answer).at("/since/0/words").asString()).contains("acknowledged by Irena Kralova");
        HttpResponse<String> again = program.post("/api/v1/escalations/" + key + "/acknowledgement", "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("detail").asString()).contains("Irena Kralova");
        assertThat(json(again).get("allowed").valueStream().map(JsonNode::asString))
                .contains("resolution");
    }

    /** What each act answers in each state when somebody who may everything sends a body that makes sense. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requested | acceptance declination notes",
                "declined  | notes",
                "active    | acknowledgement assignments handoffs level-raises de-escalation retriage pause notes updates decision-requests decisions workaround root-cause plan promise-moves target-waivers criterion-confirmations criterion-waivers resolution merge",
                "resolved  | assignments handoffs de-escalation notes updates decision-requests decisions workaround root-cause plan promise-moves target-waivers criterion-confirmations criterion-waivers reopening",
                "watch     | assignments handoffs notes updates decision-requests decisions workaround root-cause plan promise-moves target-waivers criterion-confirmations criterion-waivers reopening",
                "closed    | notes reopening",
                "merged    | notes"
            })
    void aStateAllowsItsActsAndNoOthers(String state, String allowed) {
        Map<String, Integer> answered = new TreeMap<>();
        Map<String, Integer> expected = new TreeMap<>();
        List<String> accepted = Arrays.asList(allowed.strip().split(" "));
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            String csrf = irena.csrf();
            for (Map.Entry<Act, String> one : BODIES.entrySet()) {
                String key = in(state);
                String other = one.getKey() == Act.MERGE ? company.declare(program, "acme", "S3", "") : "";
                String target = state.equals("active") ? "resolve" : "root-cause";
                Act act = one.getKey();
                boolean listed = isAllowed(irena, key, act);
                HttpResponse<String> answer = irena.call(
                        ActResource.of(act).method().name(),
                        "/api/v1/escalations/" + key + "/"
                                + ActResource.of(act).path().replace("{step}", "1"),
                        one.getValue().replace("OTHER", other).replace("TARGET", target),
                        "X-CSRF-TOKEN",
                        csrf);
                answered.put(ActResource.of(act).path(), answer.statusCode());
                assertThat(listed)
                        .as("%s is listed as allowed, and answered with %s", act, answer.body())
                        .isEqualTo(answer.statusCode() == 200);
                expected.put(
                        ActResource.of(act).path(),
                        accepted.contains(ActResource.of(act).path()) ? 200 : 409);
                if (answer.statusCode() == 409) {
                    assertThat(json(answer).required("allowed").valueStream().map(JsonNode::asString))
                            .as("allowed, by the refusal")
                            .contains("notes")
                            .doesNotContain(ActResource.of(act).path());
                }
            }
        }
        // Allowed, but there is no such step, and no handoff.
        if (state.equals("active") || state.equals("resolved") || state.equals("watch")) {
            expected.put(ActResource.of(Act.VALIDATE_STEP).path(), 422);
        }
        assertThat(answered).isEqualTo(expected);
    }

    private static boolean isAllowed(Visitor who, String key, Act act) {
        return json(who.get("/api/v1/escalations/" + key))
                .get("allowed")
                .valueStream()
                .anyMatch(path -> path.asString().equals(ActResource.of(act).path()));
    }

    @Test
    void whatIsAllowedDependsOnWhoAsksAndOnWhatThereIs() {
        String key = company.declare(program, "kaveri", "S2", "");
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            assertThat(isAllowed(irena, key, Act.WAIVE_CRITERION)).isTrue();
            assertThat(isAllowed(program, key, Act.WAIVE_CRITERION))
                    .as("a program answers for an agent")
                    .isFalse();
            for (Act act : List.of(Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF, Act.VALIDATE_STEP)) {
                assertThat(isAllowed(irena, key, act)).as("%s of nothing", act).isFalse();
            }
            company.ask(key, Act.HAND_OFF, BODIES.getOrDefault(Act.HAND_OFF, ""));
            company.ask(key, Act.SET_PLAN, BODIES.getOrDefault(Act.SET_PLAN, ""));
            assertThat(isAllowed(irena, key, Act.VALIDATE_STEP)).isTrue();
            assertThat(isAllowed(irena, key, Act.ACCEPT_HANDOFF))
                    .as("another's handoff")
                    .isFalse();
            assertThat(isAllowed(irena, key, Act.HAND_OFF))
                    .as("a second handoff")
                    .isFalse();
        }
        try (Visitor grace = Visitor.signedIn(company.app, Role.AGENT, "grace")) {
            for (Act act : List.of(Act.ACCEPT_HANDOFF, Act.DECLINE_HANDOFF)) {
                assertThat(isAllowed(grace, key, act)).as("%s", act).isTrue();
            }
        }
    }

    @Test
    void aMergeIsAllowedOnlyIfThereIsSomethingToMergeInto() {
        String alone = company.declare(program, "bluebird", "S2", "");
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            assertThat(isAllowed(irena, alone, Act.MERGE)).isFalse();
            company.declare(program, "bluebird", "S2", ", \"request\": true");
            assertThat(isAllowed(irena, alone, Act.MERGE))
                    .as("nothing is merged into what waits to be accepted")
                    .isFalse();
            company.declare(program, "bluebird", "S2", "");
            assertThat(isAllowed(irena, alone, Act.MERGE)).isTrue();
        }
    }

    private static final Map<Act, String> BODIES = new LinkedHashMap<>();

    static {
        BODIES.put(Act.ACCEPT, "{}");
        BODIES.put(Act.DECLINE, "{\"reason\": \"known\"}");
        BODIES.put(Act.ACKNOWLEDGE, "{}");
        BODIES.put(Act.ASSIGN, "{\"role\": \"owner\", \"person\": \"ben\", \"reason\": \"knows it\"}");
        BODIES.put(Act.HAND_OFF, "{\"to\": \"grace\", \"situation\": \"half done\", \"nextAction\": \"the rest\"}");
        BODIES.put(Act.ACCEPT_HANDOFF, "{}");
        BODIES.put(Act.DECLINE_HANDOFF, "{\"reason\": \"busy\"}");
        BODIES.put(Act.RAISE_LEVEL, "{\"reason\": \"stuck\"}");
        BODIES.put(Act.DE_ESCALATE, "{\"reason\": \"calm\"}");
        BODIES.put(Act.RETRIAGE, "{\"severity\": \"S2\", \"reason\": \"milder\"}");
        BODIES.put(Act.PAUSE, "{\"reason\": \"waiting-on-customer\"}");
        BODIES.put(Act.RESUME, "{}");
        BODIES.put(Act.ADD_NOTE, "{\"text\": \"a note\"}");
        BODIES.put(Act.SEND_UPDATE, "{\"text\": \"we work on it\"}");
        BODIES.put(Act.ASK_DECISION, "{\"question\": \"roll back?\", \"of\": \"vp-engineering\"}");
        BODIES.put(Act.DECIDE, "{\"question\": \"roll back?\", \"choice\": \"yes\", \"rationale\": \"faster\"}");
        BODIES.put(Act.RECORD_WORKAROUND, "{\"text\": \"batch\"}");
        BODIES.put(Act.RECORD_ROOT_CAUSE, "{\"text\": \"a leak\"}");
        BODIES.put(Act.SET_PLAN, "{\"steps\": [{\"text\": \"restart\"}]}");
        BODIES.put(Act.VALIDATE_STEP, "{\"passed\": true, \"evidence\": \"seen\"}");
        BODIES.put(
                Act.MOVE_PROMISE,
                "{\"target\": \"TARGET\", \"due\": \"2026-03-12T12:00:00Z\", \"reason\": \"agreed\"}");
        BODIES.put(Act.WAIVE_TARGET, "{\"target\": \"TARGET\", \"reason\": \"agreed\"}");
        BODIES.put(
                Act.CONFIRM_CRITERION,
                "{\"criterion\": \"customer-confirms-or-48h-silence\", \"evidence\": \"a mail\"}");
        BODIES.put(Act.WAIVE_CRITERION, "{\"criterion\": \"cause-known\", \"reason\": \"withdrawn\"}");
        BODIES.put(Act.RESOLVE, "{\"summary\": \"fixed\"}");
        BODIES.put(Act.REOPEN, "{\"reason\": \"came back\"}");
        BODIES.put(Act.CLOSE, "{\"note\": \"\"}");
        BODIES.put(Act.MERGE, "{\"into\": \"OTHER\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"x\", \"severity\": \"S1\"}                               | 422 | account",
                "{\"account\": \"nobody\", \"title\": \"x\", \"severity\": \"S1\"}        | 422 | nobody",
                "{\"account\": \"acme\", \"title\": \" \", \"severity\": \"S1\"}          | 422 | title",
                "{\"account\": \"acme\", \"title\": \"x\"}                                | 422 | business_stopped",
                "{\"account\": \"acme\", \"title\": \"x\", \"impact\": \"degraded\"}      | 422 | this_week",
                "{\"account\": \"acme\", \"title\": \"x\", \"severity\": \"S9\"}          | 400 | S1, S2, S3, S4",
                "{\"account\": \"acme\", \"title\": \"x\", \"severity\": \"S4\", \"impact\": \"business_stopped\", \"urgency\": \"now\"} | 422 | given as S4, but impact business_stopped and urgency now mean S1",
                "{\"account\": \"acme\", \"title\": \"x\", \"severity\": \"S1\", \"impact\": \"business_stopped\"} | 422 | this_week",
                "{\"account\": \"acme\", \"title\": \"x\", \"severity\": \"S1\", \"urgency\": \"now\"} | 422 | business_stopped",
                "{\"account\": \"acme\", \"titel\": \"x\", \"severity\": \"S1\"}          | 400 | titel"
            })
    void saysWhatIsWrongWithADeclaration(String body, int status, String says) {
        HttpResponse<String> answer = program.post("/api/v1/escalations", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(says);
    }

    @Test
    void aSeverityMayBeGivenWithTheImpactAndTheUrgencyThatMeanIt() {
        String key = company.declare(program, "acme", "S1", ", \"impact\": \"business_stopped\", \"urgency\": \"now\"");
        JsonNode assessment = json(program.get("/api/v1/escalations/" + key)).path("assessment");
        assertThat(assessment.path("severity").asString()).isEqualTo("S1");
        assertThat(assessment.path("impact").asString()).isEqualTo("business_stopped");
        assertThat(assessment.path("urgency").asString()).isEqualTo("now");
    }

    @Test
    void aDecisionThatWaitsHasItsQuestion() {
        String key = company.declare(program, "acme", "S1", "");
        company.ask(key, Act.ASK_DECISION, "{\"question\": \"roll back?\", \"of\": \"vp-engineering\"}");
        HttpResponse<String> both = program.post(
                "/api/v1/escalations/" + key + "/decisions",
                "{\"decision\": \"D1\", \"question\": \"another?\", \"choice\": \"yes\", \"rationale\": \"so\"}");
        assertThat(both.statusCode()).as(both.body()).isEqualTo(422);
        assertThat(json(both).at("/errors/0/pointer").asString()).isEqualTo("/question");
    }

    @Test
    void theAddressNamesTheStepThatIsValidated() {
        String key = company.declare(program, "acme", "S1", "");
        company.ask(key, Act.SET_PLAN, "{\"steps\": [{\"text\": \"restart\"}, {\"text\": \"watch\"}]}");
        String path = "/api/v1/escalations/" + key + "/plan/steps/1/validation";
        HttpResponse<String> other = program.post(path, "{\"step\": \"2\", \"passed\": true, \"evidence\": \"seen\"}");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(json(other).at("/errors/0/pointer").asString()).isEqualTo("/step");
        assertThat(program.post(path, "{\"step\": \"1\", \"passed\": true, \"evidence\": \"seen\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> undecided = program.post(path, "{\"evidence\": \"seen\"}");
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(json(undecided).at("/errors/0/pointer").asString()).isEqualTo("/passed");
    }

    @Test
    void T79_whenSomethingHappenedIsSaidByTheServerAlone() {
        String key = company.declare(program, "acme", "S1", "");
        String path = "/api/v1/escalations/" + key;
        for (String forged : List.of("at", "acknowledgedAt", "due", "met")) {
            HttpResponse<String> answer =
                    program.post(path + "/acknowledgement", "{\"%s\": \"2020-01-01T00:00:00Z\"}".formatted(forged));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(forged);
        }
        assertThat(program.get(path).body()).contains("\"acknowledge\"").doesNotContain("2020-01-01");
    }

    @Test
    void listsByFilterInPages() {
        String older = company.declare(program, "kaveri", "S4", "");
        String newer = company.declare(program, "kaveri", "S3", "");
        JsonNode first = json(program.get("/api/v1/escalations?account=kaveri&limit=1"));
        assertThat(first.at("/items/0/key").asString()).isEqualTo(newer);
        JsonNode second = json(program.get(first.get("next").asString()));
        assertThat(second.at("/items/0/key").asString()).isEqualTo(older);
        assertThat(program.get("/api/v1/escalations?status=burning").statusCode())
                .isEqualTo(400);
        assertThat(program.get("/api/v1/escalations/ESC-1").statusCode()).isEqualTo(404);
        assertThat(program.post("/api/v1/escalations/ESC-1/notes", "{\"text\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.post("/api/v1/escalations/" + newer + "/burning", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.post("/api/v1/escalations/" + newer + "/plan", "{}").statusCode())
                .isEqualTo(405);
    }

    @Test
    void theDocumentDescribesEveryAct() {
        JsonNode paths = json(program.get("/api/v1/openapi.json")).get("paths");
        for (ActResource resource : ActResource.all()) {
            JsonNode path = paths.get("/api/v1/escalations/{key}/" + resource.path());
            assertThat(path).as(resource.path()).isNotNull();
            assertThat(path.has(resource.method().name().toLowerCase(java.util.Locale.ROOT)))
                    .as(resource.path())
                    .isTrue();
        }
        assertThat(paths.has("/api/v1/escalations/{key}/{noun}")).isFalse();
    }
}
