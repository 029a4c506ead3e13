package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what. An address that is let through may still not exist (404) or want another body (400, 405): not refused is the point. */
class RulesTest {
    private static RunningApp app;
    private static Map<String, Visitor> visitors;

    @BeforeAll
    static void start() {
        app = RunningApp.start();
        visitors = Stream.concat(
                        Arrays.stream(Scope.values()).map(Scope::word),
                        Arrays.stream(Role.values()).map(Role::word))
                .collect(Collectors.toMap(name -> name, RulesTest::visitor));
        visitors.put("stranger", Visitor.stranger(app));
    }

    private static Visitor visitor(String name) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.word().equals(name))
                .findFirst()
                .map(scope -> Visitor.withToken(app, scope))
                .orElseGet(() -> Visitor.signedIn(app, Role.of(name)));
    }

    private static Visitor the(String name) {
        return Objects.requireNonNull(visitors.get(name));
    }

    @AfterAll
    static void stop() {
        visitors.values().forEach(Visitor::close);
        app.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /sign-in                      | stranger read agent
            GET  | /assets/theme.js              | stranger
            GET  | /actuator/health              | stranger read
            GET  | /api/v1/openapi.json          | stranger read
            GET  | /actuator/prometheus          | read agent manager executive administrator
            GET  | /api/v1/escalations           | read agent manager executive administrator
            GET  | /api/v1/anything-new          | read agent manager executive administrator
            GET  | /api/v1/users                 | admin administrator
            GET  | /api/v1/audit                 | admin administrator
            POST | /api/v1/signals               | signals:write agent manager executive administrator
            POST | /api/v1/webhooks/alertmanager | signals:write agent manager executive administrator
            POST | /api/v1/escalations/ESC-1/acknowledgement | escalations:write agent manager executive administrator
            POST | /api/v1/reviews/REV-1/actions | escalations:write agent manager executive administrator
            PUT  | /api/v1/accounts/A            | directory:write manager administrator
            POST | /api/v1/people                | directory:write manager administrator
            POST | /api/v1/playbooks             | admin administrator
            POST | /api/v1/anything-new          | admin administrator
            DELETE | /api/v1/tokens/1            | admin administrator
            GET  | /                             | agent manager executive administrator
            GET  | /anything-new                 | agent manager executive administrator
            GET  | /admin/users                  | administrator
            GET  | /admin/tokens                 | administrator
            GET  | /admin/audit                  | administrator
            """)
    void onlyTheseMay(String method, String path, String may) {
        List<String> allowed = List.of(may.split(" "));
        List<String> found = visitors.entrySet().stream()
                .filter(one -> passes(one.getValue(), method, path))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (allowed.contains("stranger")) {
            assertThat(found).containsAll(allowed);
        } else {
            assertThat(found).containsExactlyInAnyOrderElementsOf(allowed);
        }
    }

    private static boolean passes(Visitor visitor, String method, String path) {
        HttpResponse<String> answer = method.equals("GET")
                ? visitor.get(path)
                : visitor.call(method, path, "{}", "X-CSRF-TOKEN", visitor.csrf());
        return switch (answer.statusCode()) {
            case 401, 403 -> false;
            case 302 -> !answer.headers().firstValue("Location").orElse("").equals("/sign-in");
            case 500 -> throw new AssertionError(answer.body());
            default -> true;
        };
    }

    @Test
    void aRefusalSaysWhichScopesTheTokenHas() {
        HttpResponse<String> answer = the("read").post("/api/v1/signals", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\\\"test program\\\" has the scopes read");
    }

    @Test
    void aStrangerIsToldToBringAToken() {
        HttpResponse<String> answer = the("stranger").get("/api/v1/escalations");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains("Authorization: Bearer brt_");
    }

    @Test
    void aPageThatMayNotBeOpenedSaysSoInWords() {
        HttpResponse<String> answer = the("agent").get("/admin/users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your role (agent) does not cover this");
    }

    @Test
    void aBrowserCallsTheApiOnlyWithTheCsrfToken() {
        Visitor agent = the("agent");
        HttpResponse<String> forged = agent.post("/api/v1/signals", "{}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("did not come from a page of ours");
        assertThat(agent.post("/api/v1/signals", "{}", "X-CSRF-TOKEN", agent.csrf())
                        .statusCode())
                .isNotEqualTo(403);
    }
}
