package dev.bellrope.app.intake;

import static dev.bellrope.app.intake.IntakeApp.BATCH;
import static dev.bellrope.app.intake.IntakeApp.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.intake.IntakeApp.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CloudEventsTest {
    private static final String SIGNALS = "/api/v1/signals";
    private static IntakeApp intake;

    @BeforeAll
    static void start() {
        intake = IntakeApp.start();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private static String event(String id, String more) {
        return """
                {"specversion":"1.0","id":"%s","source":"helpdesk","type":"ticket.opened"%s}""".formatted(id, more);
    }

    private static JsonNode kept(Answer answer) {
        return intake.get(SIGNALS + "/" + answer.text("/signal")).body();
    }

    @Test
    void anEventIsKeptGivenItsAccountAndHandedOn() {
        Answer answer = intake.post(SIGNALS, EVENT, event("e-1", """
                ,"time":"2026-03-06T16:00:00+01:00","subject":"T-7","account":"ACME","region":"EU",
                "data":{"title":"Down","priority":"high","seats":12,"share":0.5,"vip":true,"none":null,
                        "tags":["a",null,"b"],"deep":{"x":1,"y":null}}"""));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("accepted");
        var signal = intake.world().handed.stream()
                .filter(one -> one.id().equals("e-1"))
                .findFirst()
                .orElseThrow();
        assertThat(signal.source()).isEqualTo("helpdesk");
        assertThat(signal.kind()).isEqualTo("ticket.opened");
        assertThat(signal.at()).isEqualTo("2026-03-06T15:00:00Z");
        assertThat(signal.account()).isEqualTo("ACME");
        assertThat(signal.ticket()).isEqualTo("T-7");
        assertThat(signal.summary()).isEqualTo("Down");
        assertThat(signal.data())
                .containsEntry("priority", "high")
                .containsEntry("seats", 12L)
                .containsEntry("share", 0.5)
                .containsEntry("vip", true)
                .containsEntry("tags", java.util.List.of("a", "b"))
                .containsEntry("deep", Map.of("x", 1L))
                .containsEntry("region", "EU")
                .doesNotContainKey("none");
        JsonNode kept = kept(answer);
        assertThat(kept.at("/state").asString()).isEqualTo("handled");
        assertThat(kept.at("/did/0").asString()).isEqualTo("Heard ticket.opened of ACME.");
    }

    @Test
    void theAccountMayStandInTheDataAndAnAbsentTimeIsNow() {
        Answer answer = intake.post(SIGNALS, EVENT, event("e-2", ",\"data\":{\"account\":\"GLOBEX\"}"));
        assertThat(kept(answer).at("/account").asString()).isEqualTo("GLOBEX");
        assertThat(kept(answer).at("/at").asString()).isEqualTo("2026-03-06T15:30:00Z");
    }

    @ParameterizedTest(name = "binary, {0}")
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
    void conformanceBinaryContentMode(String contentType) {
        Answer answer = intake.post(
                SIGNALS,
                contentType,
                "{\n    \"message\": \"Hello World!\"\n}",
                "ce-specversion",
                "1.0",
                "ce-type",
                "com.example.someevent",
                "ce-time",
                "2018-04-05T03:56:24Z",
                "ce-id",
                "1234-1234-1234-" + contentType.length(),
                "ce-source",
                "/mycontext/subcontext");
        assertThat(answer.status()).isEqualTo(202);
        assertConformance(kept(answer), "1234-1234-1234-" + contentType.length());
    }

    @ParameterizedTest(name = "structured, {0}")
    @ValueSource(strings = {"application/cloudevents+json", "application/cloudevents+json; charset=utf-8"})
    void conformanceStructuredContentMode(String contentType) {
        Answer answer = intake.post(SIGNALS, contentType, """
                {"specversion": "1.0", "type": "com.example.someevent", "time": "2018-04-05T03:56:24Z",
                 "id": "1234-%d", "source": "/mycontext/subcontext", "datacontenttype": "application/json",
                 "data": {"message": "Hello World!"}}""".formatted(contentType.length()));
        assertThat(answer.status()).isEqualTo(202);
        assertConformance(kept(answer), "1234-" + contentType.length());
    }

    private static void assertConformance(JsonNode kept, String id) {
        assertThat(kept.at("/externalId").asString()).isEqualTo(id);
        assertThat(kept.at("/kind").asString()).isEqualTo("com.example.someevent");
        assertThat(kept.at("/source").asString()).isEqualTo("/mycontext/subcontext");
        assertThat(kept.at("/at").asString()).isEqualTo("2018-04-05T03:56:24Z");
        assertThat(kept.at("/data/message").asString()).isEqualTo("Hello World!");
    }

    @Test
    void headersArePercentDecoded() {
        Answer answer = intake.post(
                SIGNALS,
                "text/plain",
                "Hello",
                "ce-specversion",
                "1.0",
                "ce-type",
                "t",
                "ce-id",
                "Euro%20%E2%82%AC%20%F0%9F%98%80",
                "ce-source",
                "s",
                "ce-subject",
                "\"a \\\"b\\\" c\"");
        assertThat(answer.text("/id")).isEqualTo("Euro € 😀");
        assertThat(kept(answer).at("/ticket").asString()).isEqualTo("a \"b\" c");
        assertThat(kept(answer).at("/data/body").asString()).isEqualTo("Hello");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no id          | {"specversion":"1.0","source":"s","type":"t"}                                     | id
            empty id       | {"specversion":"1.0","source":"s","type":"t","id":""}                             | id
            no version     | {"source":"s","type":"t","id":"1"}                                                | specversion
            old version    | {"specversion":"0.3","source":"s","type":"t","id":"1"}                            | 0.3
            bad time       | {"specversion":"1.0","source":"s","type":"t","id":"1","time":"yesterday"}         | time
            before 1970    | {"specversion":"1.0","source":"s","type":"t","id":"1","time":"1969-12-31T23:59:59Z"} | 1970
            after 2199     | {"specversion":"1.0","source":"s","type":"t","id":"1","time":"2200-01-01T00:00:00Z"} | 2199
            in two days    | {"specversion":"1.0","source":"s","type":"t","id":"1","time":"2026-03-08T15:30:00Z"} | clock skew
            NUL            | {"specversion":"1.0","source":"s","type":"t","id":"1","data":{"a":"\\u0000"}}     | NUL
            half a pair    | {"specversion":"1.0","source":"s","type":"t","id":"1","data":{"a":"\\ud800"}}     | surrogate
            65 bits        | {"specversion":"1.0","source":"s","type":"t","id":"1","data":{"a":18446744073709551616}} | 64 bits
            name twice     | {"specversion":"1.0","source":"s","type":"t","id":"1","id":"2"}                   | uplicate
            no object      | [1]                                                                               | object
            no JSON        | {"specversion":                                                                   | JSON
            two texts      | {} {}                                                                             | JSON
            """)
    void refusedWithAReason(String name, String body, String reason) {
        Answer answer = intake.post(SIGNALS, EVENT, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/detail")).contains(reason);
    }

    @Test
    void anExtensionNameThatIsNoneIsRefusedByName() {
        Answer answer = intake.post(SIGNALS, EVENT, event("e-3", ",\"a_invalid_name\":\"x\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/detail")).contains("a_invalid_name");
    }

    @Test
    void limits() {
        assertThat(intake.post(SIGNALS, EVENT, " ".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
        String deep = "[".repeat(40) + "]".repeat(40);
        Answer tooDeep = intake.post(SIGNALS, EVENT, event("e-4", ",\"data\":{\"a\":" + deep + "}"));
        assertThat(tooDeep.status()).isEqualTo(400);
        assertThat(tooDeep.text("/detail")).contains("32 levels");
        Answer tooLong = intake.post(SIGNALS, EVENT, event("e-5", ",\"data\":{\"a\":\"" + "x".repeat(65_537) + "\"}"));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(intake.post(SIGNALS, EVENT, event("e-6", ",\"data\":{\"a\":\"" + "x".repeat(65_536) + "\"}"))
                        .status())
                .isEqualTo(202);
        assertThat(intake.post(SIGNALS, EVENT, event("x".repeat(301), "")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "application/cloudevents+avro", ""})
    void unknownContentTypesAreRefused(String type) {
        assertThat(intake.post(SIGNALS, type, event("e-7", "")).status()).isEqualTo(415);
    }

    @Test
    void aBatchSaysWhatBecameOfEach() {
        String batch = "[" + event("b-1", ",\"account\":\"ACME\"") + "," + event("b-2", ",\"account\":\"Who?\"") + ","
                + event("b-1", ",\"account\":\"ACME\"") + "," + event("", "") + ",7,"
                + event("b-3", ",\"account\":\"ACME\"").replace("ticket.opened", HandWrittenWorld.POISON) + ","
                + event("b-4", ",\"account\":\"ACME\"") + "]";
        Answer answer = intake.post(SIGNALS, BATCH, batch);
        assertThat(answer.status()).isEqualTo(202);
        StringBuilder results = new StringBuilder();
        answer.body()
                .at("/results")
                .forEach(one -> results.append(one.at("/index").asString())
                        .append(' ')
                        .append(one.at("/id").asString())
                        .append(' ')
                        .append(one.at("/status").asString())
                        .append('\n'));
        assertThat(results.toString()).isEqualTo("""
                0 b-1 accepted
                1 b-2 unmapped
                2 b-1 duplicate
                3  refused
                4  refused
                5 b-3 failed
                6 b-4 accepted
                """);
        assertThat(answer.body().at("/results/4/why").asString()).contains("JSON object");
    }

    @Test
    void aBatchHasAtMostAThousandEvents() {
        String thousandAndOne = "[" + "{},".repeat(1_000) + "{}]";
        assertThat(intake.post(SIGNALS, BATCH, thousandAndOne).status()).isEqualTo(400);
        assertThat(intake.post(SIGNALS, BATCH, "[]").status()).isEqualTo(202);
        assertThat(intake.post(SIGNALS, BATCH, event("b-5", "")).status()).isEqualTo(400);
    }
}
