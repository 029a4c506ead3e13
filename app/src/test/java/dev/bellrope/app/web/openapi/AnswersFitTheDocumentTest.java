package dev.bellrope.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.intake.Intake;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every answer to a GET is as the document describes it, where there is something of everything, also by halves. */
class AnswersFitTheDocumentTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** The members by which an answer names a thing, in the order in which they are looked for. */
    private static final List<String> NAMES = List.of("key", "id", "version");

    /** What no list names: by the path before it. */
    private static final Map<String, List<String>> UNLISTED = Map.of(
            "/api/v1/tickets/", List.of("4711", "4712"),
            "/api/v1/insights/", List.of("acknowledge", "load"),
            "/api/v1/intake-rules/", List.of("pagerduty"),
            "/api/v1/intake-rules/pagerduty/", List.of("berlin"),
            "/api/v1/intake-secrets/", List.of("pagerduty"),
            "/api/v1/intake-secrets/pagerduty/", List.of("berlin"));

    private static SampleCompany company;
    private static Visitor administrator;
    private static JsonNode document;

    @BeforeAll
    static void fill() {
        company = new SampleCompany();
        RunningApp app = company.app;
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR, "filip");
        document = get("/api/v1/openapi.json");
        try (Visitor filip = company.manager()) {
            String key = company.declare(filip, "acme", "S1", ", \"tickets\": [\"4711\"]");
            company.declare(filip, "bluebird", "S3", ", \"request\": true");
            company.busy(key);
            send("POST", "/escalations/" + company.declare(filip, "acme", "S2", "") + "/pause", """
                    {"reason": "waiting-on-customer", "note": "their log files"}""");
        }
        app.get(Intake.class)
                .hear(SmallCompany.signal("s", "ticket.opened", "bluebird", "4712", company.clock.instant(), Map.of()));
        app.get(Intake.class)
                .hear(SmallCompany.signal("t", "ticket.opened", "nobody", "", company.clock.instant(), Map.of()));
        send("POST", "/tasks", "{\"title\": \"Look\", \"owner\": \"filip\", \"within\": \"1d\"}");
        send("POST", "/tasks", "{\"title\": \"See\", \"owner\": \"filip\", \"within\": \"2d\", \"climbsTo\": []}");
        send("POST", "/webhook-subscriptions", "{\"url\": \"https://example.com/bells\", \"disabled\": true}");
        send("POST", "/webhook-subscriptions", "{\"url\": \"https://example.com/gongs\"}");
        send("POST", "/tokens", "{\"name\": \"One\", \"role\": \"agent\", \"scopes\": [\"read\"]}");
        send("PUT", "/people/ana/absences/easter", "{\"from\": \"2027-03-26\", \"until\": \"2027-03-29\"}");
        send("PUT", "/aliases", "{\"source\": \"zendesk\", \"alias\": \"Acme Ltd.\", \"account\": \"acme\"}");
        for (String product : List.of("pagerduty", "pagerduty/berlin")) {
            send("PUT", "/intake-rules/" + product, "{\"rules\": []}");
            send("PUT", "/intake-secrets/" + product, """
                    {"scheme": "pagerduty", "secret": "0123456789abcdef0123456789abcdef"}""");
        }
    }

    @AfterAll
    static void close() throws Exception {
        administrator.close();
        company.close();
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() {
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        document.path("paths").forEachEntry((path, item) -> {
            JsonNode described = item.at("/get/responses/200/content/application~1json/schema");
            if (!described.isMissingNode()) {
                Schema schema = compiled(described);
                for (String address : addresses(path)) {
                    HttpResponse<String> answer = administrator.get(address);
                    if (answer.statusCode() == 200) {
                        seen.add(path);
                        schema.validate(JSON.readTree(answer.body()))
                                .forEach(mistake -> wrong.add(
                                        address + " " + mistake.getInstanceLocation() + ": " + mistake.getMessage()));
                    }
                }
                if (!seen.contains(path)) {
                    wrong.add(path + ": nothing was found to read");
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(Set.copyOf(seen)).hasSizeGreaterThan(40);
    }

    @Test
    void whoeverWasSlowerIsRefusedAsTheDocumentSays() {
        HttpResponse<String> refused = administrator.call(
                "PUT",
                "/api/v1/teams/platform",
                "{\"name\": \"Platform\"}",
                "If-Match",
                "\"99\"",
                "X-CSRF-TOKEN",
                administrator.csrf());
        assertThat(refused.statusCode()).isEqualTo(412);
        List<String> documented = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (operation.path("responses").has("412")) {
                        documented.add(method + " " + path);
                    }
                }));
        assertThat(documented)
                .hasSize(14)
                .contains("put /api/v1/teams/{id}", "delete /api/v1/teams/{id}", "delete /api/v1/aliases");
    }

    /** The addresses that a path stands for: each thing of the list before a variable. */
    private static Set<String> addresses(String path) {
        var variable = VARIABLE.matcher(path);
        if (!variable.find()) {
            return Set.of(path);
        }
        Set<String> all = new LinkedHashSet<>();
        String before = path.substring(0, variable.start());
        for (String name : things(before)) {
            all.addAll(addresses(before + name + path.substring(variable.end())));
        }
        return all;
    }

    private static List<String> things(String before) {
        List<String> unlisted = UNLISTED.get(before);
        if (unlisted != null) {
            return unlisted;
        }
        JsonNode list = get(before.substring(0, before.length() - 1));
        Stream<JsonNode> items = (list.isArray() ? list : list.path("items")).valueStream();
        return items.limit(20)
                .map(item -> NAMES.stream()
                        .map(name -> item.path(name).asString(""))
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("nothing"))
                .toList();
    }

    /** References of the document's own components become those of the schema. */
    private static Schema compiled(JsonNode described) {
        ObjectNode alone = (ObjectNode) described.deepCopy();
        alone.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(alone);
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = administrator.get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void send(String method, String path, String body) {
        HttpResponse<String> answer =
                administrator.call(method, "/api/v1" + path, body, "X-CSRF-TOKEN", administrator.csrf());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isLessThan(300);
    }
}
