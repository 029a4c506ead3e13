package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API does to a webhook subscription, and what it leaves alone. */
class SubscriptionsApiTest {
    private static RunningApp app;
    private static Visitor administrator;
    private static String csrf;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z"))
                .setting("bellrope.webhooks.allow-private", "true")
                .share();
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
        csrf = administrator.csrf();
    }

    @AfterAll
    static void stop() {
        administrator.close();
        app.close();
    }

    @Test
    void anotherAddressAloneLeavesTheKindsAsTheyAre() {
        String path = "/" + subscribed("{\"url\": \"http://127.0.0.1:1/a\", \"kinds\": [\"escalation.opened\"]}");
        JsonNode changed = json(call("PUT", path, "{\"url\": \"http://127.0.0.1:1/b\"}"));
        assertThat(changed.path("url").asString()).endsWith("/b");
        assertThat(changed.at("/kinds/0").asString()).isEqualTo("escalation.opened");
    }

    @Test
    void everyUnknownKindIsToldAtItsPlace() {
        HttpResponse<String> refused = call("POST", "", """
                {"url": "http://127.0.0.1:1/a", "kinds": ["escalation.opend", "escalation.opened", "escalation.closd"]}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/kinds/0", "/kinds/2");
        assertThat(refused.body()).doesNotContain("?.");
    }

    @Test
    void nothingIsTriedWhereItIsPausedAndWhoPausedItIsNamed() {
        String id = subscribed("{\"url\": \"http://127.0.0.1:1/a\", \"disabled\": true}");
        JsonNode paused = json(administrator.get("/api/v1/webhook-subscriptions/" + id));
        assertThat(paused.path("disabledBecause").asString())
                .startsWith("by ")
                .doesNotContain(paused.path("createdBy").asString());
        HttpResponse<String> refused = call("POST", "/" + id + "/tests", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This subscription is paused");
        assertThat(administrator.get("/settings/channels").body()).doesNotContain("/webhooks/" + id + "/test\"");
    }

    private static String subscribed(String body) {
        return json(call("POST", "", body)).at("/subscription/id").asString();
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return administrator.call(method, "/api/v1/webhook-subscriptions" + path, body, "X-CSRF-TOKEN", csrf);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
