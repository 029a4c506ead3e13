package dev.bellrope.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadInputTest {
    private static final String ECHO = "/api/v1/signals/echo";
    /** The fault is not at one place of the document. */
    private static final String NOWHERE = "nowhere";

    private static RunningApp app;
    private static Visitor program;

    @BeforeAll
    static void start() {
        app = RunningApp.with(Clock.systemUTC()).setting("test.echo", "yes").share();
        program = Visitor.withToken(app, Scope.values());
    }

    @AfterAll
    static void stop() {
        program.close();
        app.close();
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                body("unknown field", "{\"titel\":\"a\"}", 400, "titel", "/titel"),
                body("and what is known", "{\"titel\":\"a\"}", 400, "severity, tags, title", "/titel"),
                body("and the nearest", "{\"titel\":\"a\"}", 400, "Did you mean \"title\"? Known: ", "/titel"),
                body("unknown field inside", "{\"part\":{\"idd\":1}}", 400, "Known: facts, id", "/part/idd"),
                body("text for a number", "{\"count\":\"7\"}", 400, "a whole number", "/count"),
                body("fraction for a whole number", "{\"count\":7.5}", 400, "a whole number", "/count"),
                body("number too large", "{\"count\":99999999999}", 400, "", "/count"),
                body("number for a text", "{\"title\":7}", 400, "a text", "/title"),
                body("flag for a text", "{\"title\":true}", 400, "a text", "/title"),
                body("text for a flag", "{\"loud\":\"true\"}", 400, "true or false", "/loud"),
                body("null for a number", "{\"measure\":{\"size\":null}}", 400, "a whole number", "/measure/size"),
                body("missing number", "{\"measure\":{}}", 400, "missing", "/measure/size"),
                body("object for a text", "{\"title\":{}}", 400, "a text", "/title"),
                body("text for an array", "{\"tags\":\"a\"}", 400, "an array", "/tags"),
                body("inside an array", "{\"tags\":[\"a\",{}]}", 400, "a text", "/tags/1"),
                body("array for the object", "[1]", 400, "an object", ""),
                body("no such constant", "{\"severity\":\"S9\"}", 400, "S1, S2, S3, S4", "/severity"),
                body("number of a constant", "{\"severity\":0}", 400, "S1, S2, S3, S4", "/severity"),
                body("no UUID", "{\"part\":{\"id\":\"x\"}}", 400, "a UUID", "/part/id"),
                body("no instant", "{\"at\":\"yesterday\"}", 400, "ISO 8601 with a zone", "/at"),
                body("instant without a zone", "{\"at\":\"2026-03-06T16:30:00\"}", 400, "with a zone", "/at"),
                body("epoch number", "{\"at\":1772811000}", 400, "an instant such as", "/at"),
                body("year 9999", "{\"at\":\"9999-12-31T23:59:59Z\"}", 400, "from 1970 up to 2200", "/at"),
                body("year 1969", "{\"at\":\"1969-12-31T23:59:59Z\"}", 400, "from 1970 up to 2200", "/at"),
                body("year +99999", "{\"at\":\"+99999-01-01T00:00:00Z\"}", 400, "from 1970 up to 2200", "/at"),
                body("February 30", "{\"day\":\"2026-02-30\"}", 400, "is not a date", "/day"),
                body("date in 9999", "{\"day\":\"9999-12-31\"}", 400, "from 1970 up to 2200", "/day"),
                body(
                        "refused by the value",
                        "{\"part\":{\"facts\":{\"forbidden\":1}}}",
                        400,
                        "may not contain",
                        "/part"),
                body("NUL", "{\"tags\":[\"a\",\"b\\u0000c\"]}", 400, "NUL", "/tags/1"),
                body("NUL in a free map", "{\"part\":{\"facts\":{\"a\":\"\\u0000\"}}}", 400, "NUL", "/part/facts/a"),
                body("raw NUL", "{\"title\":\"a\0b\"}", 400, "NUL", "/title"),
                body("half a pair", "{\"title\":\"\\ud83d!\"}", 400, "surrogate", "/title"),
                body("the other half", "{\"title\":\"\\ude00\"}", 400, "surrogate", "/title"),
                body("twice the same field", "{\"title\":\"a\",\"title\":\"b\"}", 400, "Duplicate", NOWHERE),
                body("too deep", "[".repeat(65) + "]".repeat(65), 400, "deeper than 64", ""),
                body("far too deep", "{\"part\":".repeat(100_000), 400, "deeper than 64", ""),
                body("not JSON", "title: a", 400, "not JSON", NOWHERE),
                body("cut off", "{\"title\":\"a\"", 400, "not JSON", NOWHERE),
                body("trailing", "{} {}", 400, "", NOWHERE),
                body("empty", "", 400, "JSON body is needed", NOWHERE),
                body("huge number", "{\"count\":" + "9".repeat(5_000) + "}", 400, "limit", ""),
                body("too large", "{\"title\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}", 413, "2 MiB", NOWHERE));
    }

    private static Arguments body(String name, String json, int status, String detail, String pointer) {
        return Arguments.of(name, json, status, detail, pointer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void saysWhatIsWrongWhereAndWhatIsAccepted(String name, String json, int status, String detail, String pointer) {
        HttpResponse<String> answer = program.post(ECHO, json);
        JsonNode problem = problem(answer, status);
        assertThat(problem.at("/detail").asString()).contains(detail);
        assertThat(answer.body()).doesNotContain("Source:", "StreamReadFeature");
        if (!pointer.equals(NOWHERE)) {
            assertThat(problem.at("/errors/0/pointer").asString("absent")).isEqualTo(pointer);
            assertThat(problem.at("/errors/0/detail").asString()).isNotEmpty();
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asString()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("dev.bellrope", "java.", "tools.jackson", "\tat ");
        return problem;
    }

    @Test
    void goodInputPasses() {
        String good =
                "{\"title\":\"Žluťoučký \\ud83d\\ude00 \\\\u0000 \\\"\",\"count\":7,\"loud\":true,\"severity\":\"S1\","
                        + "\"at\":\"2026-03-06T16:30:00+01:00\",\"day\":\"2026-03-06\",\"tags\":[],\"part\":{\"facts\":{\"a\":[1]}}}";
        HttpResponse<String> answer = program.post(ECHO, good);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode echoed = JsonMapper.shared().readTree(answer.body());
        assertThat(echoed.at("/at").asString()).isEqualTo("2026-03-06T15:30:00Z");
        assertThat(echoed.at("/title").asString()).isEqualTo("Žluťoučký 😀 \\u0000 \"");
    }

    @Test
    void tooLargeIsRefusedAlsoWhenItsLengthIsNotAnnounced() {
        byte[] large = ("{\"title\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
        problem(
                program.send(
                        "POST",
                        ECHO,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        "Content-Type",
                        "application/json"),
                413);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("GET", "/api/v1/nothing", "application/json", 404, "/api/v1/nothing"),
                Arguments.of("DELETE", ECHO, "application/json", 405, "Possible: "),
                Arguments.of("POST", ECHO, "text/plain", 415, "Accepted: application/json"),
                Arguments.of("GET", ECHO, "application/json", 400, "at is missing"),
                Arguments.of("GET", ECHO + "?at=tomorrow", "application/json", 400, "at is wrong"),
                Arguments.of("GET", ECHO + "/list?limits=5", "application/json", 400, "no parameter \"limits\""),
                Arguments.of("GET", "/api/v1/escalations?staus=active", "application/json", 400, "\"staus\""),
                Arguments.of("GET", "/api/v1/insights?day=30", "application/json", 400, "\"day\""),
                Arguments.of("GET", "/api/v1/messages?state=bogus", "application/json", 400, "\"bogus\""),
                Arguments.of("GET", "/api/v1/signals?state=bogus", "application/json", 400, "\"bogus\""),
                Arguments.of("GET", ECHO + "/list?limit=0", "application/json", 400, "limit"),
                Arguments.of("GET", ECHO + "/list?limit=201", "application/json", 400, "limit"),
                Arguments.of("GET", ECHO + "/list?limit=many", "application/json", 400, "limit"),
                Arguments.of("GET", ECHO + "/list?after=a%00b", "application/json", 400, "NUL"),
                Arguments.of("POST", ECHO + "/failure?how=conflict", "application/json", 409, "closed already"),
                Arguments.of("POST", ECHO + "/failure?how=duplicate", "application/json", 409, "exists already"),
                Arguments.of("POST", ECHO + "/failure?how=nul", "application/json", 400, "can be stored"),
                Arguments.of("POST", ECHO + "/failure?how=overflow", "application/json", 400, "can be stored"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("badRequests")
    void answersEveryBadRequestWithAProblem(String method, String path, String type, int status, String detail) {
        HttpResponse<String> answer = program.send(
                method, path, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"), "Content-Type", type);
        assertThat(problem(answer, status).at("/detail").asString()).contains(detail);
    }

    @Test
    void anUnknownParameterIsToldWithTheNearestAndAllThatAreAccepted() {
        JsonNode problem = problem(program.get("/api/v1/escalations?staus=active"), 400);
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("staus");
        assertThat(problem.at("/errors/0/detail").asString())
                .isEqualTo("Did you mean \"status\"? Accepted: account, after, limit, over, owner, severity, status.");
        assertThat(problem(program.get("/api/v1/tokens?role=agent"), 400)
                        .at("/errors/0/detail")
                        .asString())
                .isEqualTo("This address takes no parameters.");
    }

    /** Jira adds who did it to the address of a webhook. */
    @Test
    void aWebhookMayAddParametersOfItsOwn() {
        assertThat(program.post("/api/v1/webhooks/jira?user_id=eva", "{}").body())
                .doesNotContain("no parameter");
    }

    /** Tomcat answers these before anything of ours is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/a%00b", "/api/v1/a%2Fb", "/api/v1/%zz"})
    void anAddressThatIsNoneIsRefusedWithoutATrace(String path) throws IOException {
        try (Socket socket = new Socket("localhost", app.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("java.", "\tat ", "Tomcat/");
        }
    }

    @Test
    void aProblemCarriesWhatTheModuleAdded() {
        JsonNode problem = problem(program.post(ECHO + "/failure?how=conflict", ""), 409);
        assertThat(problem.at("/allowed/0").asString()).isEqualTo("reopening");
    }

    @Test
    void aFailureOfOursGivesAReferenceAndNothingOfTheInside() {
        HttpResponse<String> answer = program.post(ECHO + "/failure?how=bug", "");
        JsonNode problem = problem(answer, 500);
        assertThat(problem.at("/reference").asString()).hasSize(8);
        assertThat(answer.body()).doesNotContain("secret inside", "IllegalState");
    }

    @Test
    void listsPageUntilThereIsNoNext() {
        JsonNode first = JsonMapper.shared()
                .readTree(program.get(ECHO + "/list?limit=100").body());
        assertThat(first.at("/items").size()).isEqualTo(100);
        assertThat(first.at("/next").asString()).isEqualTo(ECHO + "/list?after=100&limit=100");
        JsonNode second = JsonMapper.shared()
                .readTree(program.get(first.at("/next").asString()).body());
        assertThat(second.at("/items").size()).isEqualTo(20);
        assertThat(second.at("/next").isNull() || second.at("/next").isMissingNode())
                .isTrue();
    }

    @Test
    void theOpenApiDocumentIsThere() {
        try (Visitor stranger = Visitor.stranger(app)) {
            HttpResponse<String> answer = stranger.get("/api/v1/openapi.json");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode document = JsonMapper.shared().readTree(answer.body());
            assertThat(document.at("/openapi").asString()).startsWith("3.1");
            assertThat(document.at("/paths/~1api~1v1~1signals~1echo").isObject())
                    .isTrue();
        }
    }
}
