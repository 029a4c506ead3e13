package dev.bellrope.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document calls exactly those fields of a body required without which the body is refused. */
class RequiredFieldsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static SampleCompany company;
    private static Visitor administrator;
    private static Visitor executive;
    private static JsonNode document;
    private static String csrf;
    private static String key;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        administrator = Visitor.signedIn(company.app, Role.ADMINISTRATOR, "filip");
        executive = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena");
        csrf = administrator.csrf();
        document = JSON.readTree(administrator.get("/api/v1/openapi.json").body());
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", "");
            company.declare(filip, "acme", "S3", "");
        }
        company.busy(key);
    }

    @AfterAll
    static void stop() {
        administrator.close();
        executive.close();
        company.close();
    }

    /** A whole body of a schema, and where it is sent. */
    private record Sent(String schema, String method, String path, String body) {}

    private static final List<Sent> BODIES = List.of(
            new Sent("Declaration", "POST", "/escalations", """
                    {"account": "acme", "title": "Nobody can pay", "impactNote": "Shops are closed", "tickets": [],
                     "severity": "S2", "request": true}"""),
            new Sent("NewTask", "POST", "/tasks", """
                    {"title": "Look", "note": "There", "owner": "filip", "within": "1d", "calendar": "always",
                     "about": {"kind": "account", "key": "acme"}, "warn": 50, "climbsTo": ["escalation-manager"],
                     "climbsEvery": "1d"}"""),
            new Sent("TaskAssignment", "POST", "/tasks/TASK-1001/assignment", """
                    {"person": "ana", "reason": "She knows it"}"""),
            new Sent("TaskDueDate", "PUT", "/tasks/TASK-1001/due-date", """
                    {"within": "5d", "reason": "Ana is ill"}"""),
            new Sent("TaskCompletion", "POST", "/tasks/TASK-1001/completion", """
                    {"evidence": "It is in the wiki"}"""),
            new Sent("TaskReason", "POST", "/tasks/TASK-1002/cancellation", """
                    {"reason": "The customer has left us"}"""),
            new Sent("WebhookSubscriptionBody", "POST", "/webhook-subscriptions", """
                    {"url": "https://example.com/bells", "kinds": ["escalation.opened"], "disabled": true}"""),
            new Sent("NewUser", "POST", "/users", """
                    {"signInName": "zoe%1$s", "name": "Zoe", "email": "zoe%1$s@us.example", "personId": "", "role": "agent"}"""),
            new Sent("NewToken", "POST", "/tokens", """
                    {"name": "Helpdesk", "role": "agent", "scopes": ["read"], "expiresAt": "2199-03-06T15:30:00Z"}"""),
            new Sent("CalendarBody", "PUT", "/calendars/brno", """
                    {"zone": "Europe/Prague", "hours": "mon-fri 09:00-17:00", "country": "DE", "region": "by",
                     "holidays": ["2026-12-31 Stocktaking"], "worked": ["2026-10-03"], "icalendar": ""}"""),
            new Sent("TeamBody", "PUT", "/teams/brno", """
                    {"name": "Brno", "calendar": "prague"}"""),
            new Sent("PersonBody", "PUT", "/people/zoe", """
                    {"name": "Zoe", "email": "zoe@us.example", "team": "platform", "function": "support", "duties": [],
                     "skills": [], "seniority": 1, "calendar": "", "backup": "ana"}"""),
            new Sent("AbsenceBody", "PUT", "/people/ana/absences/easter", """
                    {"from": "2027-03-26", "until": "2027-03-29", "reason": "holiday"}"""),
            new Sent("AccountBody", "PUT", "/accounts/globex", """
                    {"name": "Globex", "plan": "gold", "region": "EU", "facts": {"risk": 3}, "people": {"csm": "ana"}}"""),
            new Sent("ContactBody", "PUT", "/accounts/acme/contacts/hank", """
                    {"name": "Hank", "email": "hank@globex.example", "channel": "portal", "language": "de",
                     "zone": "Europe/Vienna", "position": 2}"""),
            new Sent("AliasBody", "PUT", "/aliases", """
                    {"source": "zendesk", "alias": "Acme Ltd.", "account": "acme"}"""),
            new Sent("IntakeSecret", "PUT", "/intake-secrets/pagerduty", """
                    {"scheme": "pagerduty", "secret": "0123456789abcdef0123456789abcdef"}"""));

    @Test
    void aRequiredFieldCannotBeLeftOutAndEachOtherOneCan() {
        for (String title : List.of("One", "Two")) {
            assertThat(call(
                                    "POST",
                                    "/tasks",
                                    "{\"title\": \"%s\", \"owner\": \"filip\", \"within\": \"1d\"}".formatted(title))
                            .statusCode())
                    .isEqualTo(201);
        }
        List<String> wrong = new ArrayList<>();
        BODIES.forEach(sent -> wrong.addAll(tried(sent)));
        assertThat(wrong).isEmpty();
    }

    private static List<String> tried(Sent sent) {
        JsonNode schema = document.at("/components/schemas/" + sent.schema());
        Set<String> required = required(schema);
        ObjectNode whole = (ObjectNode) JSON.readTree(sent.body());
        List<String> wrong = new ArrayList<>();
        if (schema.isMissingNode()) {
            wrong.add("There is no schema " + sent.schema());
        }
        // What is refused changes nothing, so it comes first. One of due and within is needed, which no schema of ours
        // says.
        Map<String, Boolean> fields = new LinkedHashMap<>();
        required.forEach(field -> fields.put(field, true));
        whole.propertyNames().stream()
                .filter(field -> !field.equals("within"))
                .forEach(field -> fields.putIfAbsent(field, false));
        int number = 0;
        for (Map.Entry<String, Boolean> field : fields.entrySet()) {
            ObjectNode without = whole.deepCopy();
            without.remove(field.getKey());
            HttpResponse<String> answer =
                    call(sent.method(), sent.path(), without.toString().replace("%1$s", String.valueOf(number++)));
            boolean told = pointers(answer).contains("/" + field.getKey());
            if (told != field.getValue()) {
                wrong.add("%s without %s: %d %s"
                        .formatted(sent.schema(), field.getKey(), answer.statusCode(), answer.body()));
            }
        }
        return wrong;
    }

    /** By the address of each: the acts that the present state allows. */
    @Test
    void anActIsRefusedWithoutWhatItMustHaveAndToldWhere() {
        List<String> wrong = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (JsonNode allowed : allowed()) {
            JsonNode item = document.path("paths").path("/api/v1/escalations/{key}/" + allowed.asString());
            item.forEachEntry((method, operation) -> {
                String reference = operation
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString();
                Set<String> required = required(document.at(reference.substring(1)));
                if (!required.isEmpty()) {
                    HttpResponse<String> answer = executive.call(
                            method.toUpperCase(Locale.ROOT),
                            "/api/v1/escalations/" + key + "/"
                                    + allowed.asString().replace("{step}", "1"),
                            "{}",
                            "X-CSRF-TOKEN",
                            executive.csrf());
                    tried.add(allowed.asString());
                    if (answer.statusCode() != 422
                            || pointers(answer).isEmpty()
                            || !withSlash(required).containsAll(pointers(answer))) {
                        wrong.add("%s without %s: %d %s"
                                .formatted(allowed, required, answer.statusCode(), answer.body()));
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).hasSizeGreaterThan(10).contains("retriage");
    }

    /** What an executive may ask, who may do everything. */
    private static JsonNode allowed() {
        return JSON.readTree(executive.get("/api/v1/escalations/" + key).body()).path("allowed");
    }

    private static Set<String> withSlash(Set<String> fields) {
        return fields.stream().map(field -> "/" + field).collect(Collectors.toSet());
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static Set<String> pointers(HttpResponse<String> answer) {
        return answer.statusCode() < 300
                ? Set.of()
                : JSON.readTree(answer.body())
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString(""))
                        .collect(Collectors.toSet());
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return administrator.call(method, "/api/v1" + path, body, "X-CSRF-TOKEN", csrf);
    }
}
