package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a refusal reads; {@link AccessTest} holds who is refused. */
class AccessDenialsTest {
    private static RunningApp app;
    private static Visitor reader;
    private static Visitor agent;

    @BeforeAll
    static void start() {
        app = RunningApp.with(Clock.systemUTC()).share();
        reader = Visitor.withToken(app, Scope.READ);
        agent = Visitor.signedIn(app, Role.AGENT);
    }

    @AfterAll
    static void stop() {
        reader.close();
        agent.close();
        app.close();
    }

    @Test
    void aRefusalSaysWhichScopesTheTokenHas() {
        HttpResponse<String> answer = reader.post("/api/v1/signals", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This needs the scope signals:write.", "\\\"test program\\\" has the scopes read");
    }

    @Test
    void aStrangerIsToldToBringAToken() {
        try (Visitor stranger = Visitor.stranger(app)) {
            HttpResponse<String> answer = stranger.get("/api/v1/escalations");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).contains("Authorization: Bearer brt_");
        }
    }

    @Test
    void aPageThatMayNotBeOpenedSaysSoInWords() {
        HttpResponse<String> answer = agent.get("/settings/users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your role (agent) does not cover this");
    }

    @Test
    void aBrowserCallsTheApiOnlyWithTheCsrfToken() {
        HttpResponse<String> forged = agent.post("/api/v1/signals", "{}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("did not come from a page of ours");
        assertThat(agent.post("/api/v1/signals", "{}", "X-CSRF-TOKEN", agent.csrf())
                        .statusCode())
                .isNotEqualTo(403);
    }
}
