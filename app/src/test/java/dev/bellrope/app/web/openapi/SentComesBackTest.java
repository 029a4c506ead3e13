package dev.bellrope.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that a body says is dropped: whatever is sent to be kept comes back, the first time and when it is changed. */
class SentComesBackTest {
    private static RunningApp app;
    private static Visitor administrator;
    private static String csrf;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z"))
                .setting("bellrope.webhooks.allow-private", "true")
                .start();
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
        csrf = administrator.csrf();
        document = JsonMapper.shared()
                .readTree(administrator.get("/api/v1/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        administrator.close();
        app.close();
    }

    /**
     * A thing that is kept.
     *
     * @param schema that of the body
     * @param created what it is created with: every field of the schema
     * @param changed what it is changed to
     * @param secret a field that never comes back
     */
    private record Kept(String schema, String path, String created, String changed, String secret) {}

    private static final List<Kept> DIRECTORY = List.of(
            new Kept("CalendarBody", "/calendars/brno", """
                    {"zone": "Europe/Prague", "hours": "mon-fri 09:00-17:00", "country": "DE", "region": "by",
                     "holidays": ["2026-12-31 Stocktaking"], "worked": ["2026-10-03"],
                     "specialHours": ["2026-12-24 09:00-12:00"],
                     "icalendar": "BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART;VALUE=DATE:20260501\\nEND:VEVENT\\nEND:VCALENDAR"}
                    """, """
                    {"zone": "Europe/Vienna", "hours": "mon-thu 09:00-17:00", "country": "AT", "region": "9",
                     "holidays": ["2026-12-30"], "worked": ["2026-10-26"],
                     "specialHours": ["*-12-24 09:00-12:00"], "icalendar": ""}
                    """, ""),
            new Kept(
                    "TeamBody",
                    "/teams/brno",
                    "{\"name\": \"Brno\", \"calendar\": \"brno\"}",
                    "{\"name\": \"Brno and Vienna\", \"calendar\": \"\"}",
                    ""),
            new Kept("PersonBody", "/people/zoe", """
                    {"name": "Zoe", "email": "zoe@example.com", "team": "brno", "function": "support",
                     "duties": ["escalation-manager"], "skills": ["postgresql"], "seniority": 4, "calendar": "brno",
                     "backup": ""}
                    """, """
                    {"name": "Zoe N", "email": "zoe.n@example.com", "team": "", "function": "engineering", "duties": [],
                     "skills": ["kafka"], "seniority": 5, "calendar": "", "backup": ""}
                    """, ""),
            new Kept("PersonBody", "/people/yan", """
                    {"name": "Yan", "email": "yan@example.com", "team": "brno", "function": "support", "duties": [],
                     "skills": [], "seniority": 1, "calendar": "", "backup": "zoe"}
                    """, """
                    {"name": "Yan", "email": "yan@example.com", "team": "brno", "function": "support", "duties": [],
                     "skills": [], "seniority": 2, "calendar": "", "backup": "zoe"}
                    """, ""),
            new Kept(
                    "AbsenceBody",
                    "/people/zoe/absences/easter",
                    "{\"from\": \"2027-03-26\", \"until\": \"2027-03-29\", \"reason\": \"holiday\"}",
                    "{\"from\": \"2027-03-25\", \"until\": \"2027-03-30\", \"reason\": \"a longer one\"}",
                    ""),
            new Kept("AccountBody", "/accounts/globex", """
                    {"name": "Globex", "plan": "gold", "region": "EU", "facts": {"lifetime_value": 250000, "vip": true},
                     "people": {"csm": "zoe"}}
                    """, """
                    {"name": "Globex SE", "plan": "silver", "region": "US", "facts": {"lifetime_value": 3}, "people": {}}
                    """, ""),
            new Kept("ContactBody", "/accounts/globex/contacts/hank", """
                    {"name": "Hank", "email": "hank@globex.example", "channel": "portal", "language": "de",
                     "zone": "Europe/Vienna", "position": 2}
                    """, """
                    {"name": "Hank S", "email": "hs@globex.example", "channel": "email", "language": "en", "zone": "UTC",
                     "position": 1}
                    """, ""),
            new Kept(
                    "IntakeSecret",
                    "/intake-secrets/pagerduty",
                    "{\"scheme\": \"pagerduty\", \"secret\": \"0123456789abcdef0123456789abcdef\"}",
                    "{\"scheme\": \"hub\", \"secret\": \"0123456789abcdef0123456789abcde0\"}",
                    "secret"),
            new Kept("IntakeRules", "/intake-rules/pagerduty", """
                    {"rules": [{"heard": "incident.triggered", "when": [{"at": "/event/data/priority", "is": "P1"}],
                                "account": "globex", "kind": "outage", "data": {"region": "EU"}}]}
                    """, "{\"rules\": []}", ""));

    @Test
    void whatIsPutComesBack() {
        for (Kept one : DIRECTORY) {
            for (String body : List.of(one.created(), one.changed())) {
                assertThat(ok(call("PUT", one.path(), body)).statusCode())
                        .as(one.path())
                        .isIn(200, 201);
                everythingIn(one.schema(), body, get(one.path()), one.secret());
            }
        }
    }

    @Test
    void anAliasComesBack() {
        ok(call("PUT", "/accounts/aliased", "{\"name\": \"Aliased\"}"));
        String body = "{\"source\": \"zendesk\", \"alias\": \"Aliased Ltd.\", \"account\": \"aliased\"}";
        ok(call("PUT", "/aliases", body));
        everythingIn("AliasBody", body, get("/aliases?search=aliased").at("/items/0"), "");
    }

    @Test
    void aWebhookSubscriptionComesBack() {
        for (boolean disabled : List.of(true, false)) {
            String body =
                    "{\"url\": \"http://127.0.0.1:1/bells\", \"kinds\": [\"escalation.opened\"], \"disabled\": %s}"
                            .formatted(disabled);
            JsonNode created =
                    json(ok(call("POST", "/webhook-subscriptions", body))).path("subscription");
            String path = "/webhook-subscriptions/" + created.path("id").asString();
            subscribed(body, created, disabled);
            subscribed(body, get(path), disabled);
            String changed =
                    "{\"url\": \"http://127.0.0.1:1/gongs\", \"kinds\": [], \"disabled\": %s}".formatted(!disabled);
            ok(call("PUT", path, changed));
            subscribed(changed, get(path), !disabled);
        }
    }

    private static void subscribed(String body, JsonNode back, boolean disabled) {
        everythingIn("WebhookSubscriptionBody", body, back, "disabled");
        assertThat(back.path("disabledAt").isString()).as("%s", back).isEqualTo(disabled);
        assertThat(back.path("disabledBecause").asString().isEmpty()).isEqualTo(!disabled);
    }

    @Test
    void aUserComesBack() {
        String body = """
                {"signInName": "eva", "name": "Eva Horak", "email": "eva@example.com", "personId": "eva", "role": "manager"}
                """;
        JsonNode created = json(ok(call("POST", "/users", body))).path("user");
        everythingIn("NewUser", body, created, "");
        String changed = "{\"personId\": \"\", \"role\": \"agent\"}";
        ok(call("PUT", "/users/" + created.path("id").asString(), changed));
        JsonNode back = get("/users")
                .valueStream()
                .filter(user -> user.path("id").equals(created.path("id")))
                .findFirst()
                .orElseThrow();
        everythingIn("UserChange", changed, back, "");
    }

    @Test
    void aTokenComesBack() {
        String body = """
                {"name": "Helpdesk", "role": "agent", "scopes": ["read"], "expiresAt": "2199-03-06T15:30:00Z"}
                """;
        ok(call("POST", "/tokens", body));
        JsonNode back = get("/tokens")
                .valueStream()
                .filter(token -> token.path("name").asString().equals("Helpdesk"))
                .findFirst()
                .orElseThrow();
        everythingIn("NewToken", body, back, "");
    }

    /** A field that the schema has and the sample has not would not be looked for. */
    private static void everythingIn(String schema, String body, JsonNode back, String secret) {
        JsonNode sent = JsonMapper.shared().readTree(body);
        Set<String> fields = Set.copyOf(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
        assertThat(sent.propertyNames()).as(schema).containsExactlyInAnyOrderElementsOf(fields);
        Set<String> told =
                fields.stream().filter(field -> !field.equals(secret)).collect(Collectors.toSet());
        assertThat(told)
                .allSatisfy(field -> assertThat(back.path(field))
                        .as("%s of %s in %s", field, schema, back)
                        .isEqualTo(sent.path(field)));
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return administrator.call(method, "/api/v1" + path, body, "X-CSRF-TOKEN", csrf);
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer;
    }

    private static JsonNode get(String path) {
        return json(ok(administrator.get("/api/v1" + path)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
