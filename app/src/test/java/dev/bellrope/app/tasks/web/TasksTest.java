package dev.bellrope.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.web.PageText;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tasks by the API and on pages: opened, found, given away, moved, done. */
class TasksTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static SampleCompany company;
    private static Visitor filip;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        filip = company.manager();
        company.declare(filip, "bluebird", "S3", "");
    }

    @AfterAll
    static void stop() {
        filip.close();
        company.close();
    }

    @Test
    void the_api_leads_one_from_opened_to_done() {
        HttpResponse<String> opened = post("/api/v1/tasks", """
                {"title": "Write it down", "owner": "ben", "within": "2d",
                 "about": {"kind": "escalation", "key": "ESC-1001"}, "climbsTo": ["escalation-manager"]}""");
        assertThat(opened.statusCode()).isEqualTo(201);
        JsonNode task = JSON.readTree(opened.body());
        String path = opened.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo("/api/v1/tasks/" + task.get("key").asString());
        assertThat(task.get("due").asString()).isEqualTo("2026-03-11T09:30:00Z");
        assertThat(task.get("status").asString()).isEqualTo("open");

        assertThat(JSON.readTree(post(path + "/assignment", "{\"person\": \"ana\"}")
                                .body())
                        .get("owner")
                        .asString())
                .isEqualTo("ana");
        HttpResponse<String> moved = filip.call(
                "PUT",
                path + "/due-date",
                "{\"due\": \"2026-03-12T09:30:00Z\", \"reason\": \"Ana is new to it\"}",
                "X-CSRF-TOKEN",
                filip.csrf());
        assertThat(JSON.readTree(moved.body()).get("due").asString()).isEqualTo("2026-03-12T09:30:00Z");
        assertThat(post(path + "/completion", "{}").statusCode()).isEqualTo(422);
        JsonNode done = JSON.readTree(
                post(path + "/completion", "{\"evidence\": \"page 7\"}").body());
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("outcome").asString()).isEqualTo("page 7");
        assertThat(post(path + "/cancellation", "{\"reason\": \"late\"}").statusCode())
                .isEqualTo(409);
        List<JsonNode> lines = JSON.readTree(filip.get(path + "/timeline").body())
                .get("items")
                .valueStream()
                .toList();
        assertThat(lines)
                .extracting(line -> line.get("type").asString())
                .containsExactly("task.opened", "task.assigned", "task.moved", "task.done");
        assertThat(lines)
                .extracting(line -> line.get("text").asString())
                .contains("given to Ana Novak instead of Ben Huber", "done");
        assertThat(lines.get(2).get("details").get("due").asString()).isEqualTo("2026-03-12T09:30:00Z");
        assertThat(lines.get(2).get("because").asString()).isEqualTo("Ana is new to it");
        assertThat(lines.get(3).get("actorName").asString()).startsWith("Test manager");
        assertThat(lines.get(3).get("sequence").asInt()).isEqualTo(4);
        assertThat(keys("?status=done&owner=ana")).contains(task.get("key").asString());
        assertThat(keys("?status=open")).doesNotContain(task.get("key").asString());
    }

    @Test
    void the_same_call_again_opens_no_second_task() {
        String body = "{\"title\": \"Only once\", \"owner\": \"ben\", \"within\": \"2d\"}";
        String first = filip.post("/api/v1/tasks", body, "X-CSRF-TOKEN", filip.csrf(), "Idempotency-Key", "one")
                .body();
        String second = filip.post("/api/v1/tasks", body, "X-CSRF-TOKEN", filip.csrf(), "Idempotency-Key", "one")
                .body();
        assertThat(JSON.readTree(second).get("key"))
                .isEqualTo(JSON.readTree(first).get("key"));
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 3; i++) {
            post("/api/v1/tasks", "{\"title\": \"One of three\", \"owner\": \"chitra\", \"within\": \"2d\"}");
        }
        JsonNode first =
                JSON.readTree(filip.get("/api/v1/tasks?limit=2&status=open").body());
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode second = JSON.readTree(filip.get(first.get("next").asString()).body());
        assertThat(second.get("items").get(0).get("key"))
                .isNotEqualTo(first.get("items").get(1).get("key"));
    }

    @Test
    void what_is_wrong_is_said_with_what_is_accepted() {
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\"}")).contains("must be said once");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"soon\"}"))
                .contains("is not a length of time");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"nobody\", \"within\": \"2d\"}"))
                .contains("nobody on the roster", "/owner");
        assertThat(
                        detail(
                                "{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"about\": {\"kind\": \"ticket\", \"key\": \"1\"}}"))
                .contains("cannot be about", "/about/kind", "accepted: escalation, account");
        assertThat(about("escalation", "ESC-9999"))
                .contains("There is no escalation ESC-9999", "/about/key", "ESC-1042");
        assertThat(about("escalation", "")).contains("Which escalation", "/about/key");
        assertThat(about("account", "nobody")).contains("There is no account nobody", "/about/key");
        assertThat(about("", "ESC-1001")).contains("must be said", "/about/kind");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"climbsEvery\": \"0s\"}"))
                .contains("needs time", "1d", "/climbsEvery");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"0s\"}"))
                .contains("must be longer", "2d");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"climbsTo\": [\"the-boss\"]}"))
                .contains("neither a person nor a duty", "/climbsTo");
        assertThat(filip.get("/api/v1/tasks?status=late").statusCode()).isEqualTo(400);
        assertThat(filip.get("/api/v1/tasks/TASK-99").statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_was_slower_is_told_what_happened() {
        HttpResponse<String> opened =
                post("/api/v1/tasks", "{\"title\": \"Raced for\", \"owner\": \"ben\", \"within\": \"2d\"}");
        String path = opened.headers().firstValue("Location").orElseThrow();
        assertThat(opened.headers().firstValue("ETag")).contains("\"1\"");
        HttpResponse<String> given = post(path + "/assignment", "{\"person\": \"ana\"}", "\"1\"");
        assertThat(given.headers().firstValue("ETag")).contains("\"2\"");
        HttpResponse<String> late = post(path + "/cancellation", "{\"reason\": \"so\"}", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(late.body()).get("since").get(0).get("type").asString())
                .isEqualTo("task.assigned");
        assertThat(late.body()).contains("given to Ana Novak instead of Ben Huber");
        assertThat(filip.get(path).headers().firstValue("ETag")).contains("\"2\"");
        assertThat(post(path + "/cancellation", "{\"reason\": \"so\"}", "17th").statusCode())
                .isEqualTo(400);
        assertThat(post(path + "/cancellation", "{\"reason\": \"so\"}", "\"2\"").statusCode())
                .isEqualTo(200);
        assertThat(JSON.readTree(post(path + "/completion", "{\"evidence\": \"so\"}")
                                .body())
                        .get("allowed")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("reopening");
    }

    /** The page has the forms of exactly those acts that the API lists, for whoever looks. */
    @Test
    void the_page_offers_what_the_api_says_is_allowed() {
        String mine = opened("{\"title\": \"Filip's\", \"owner\": \"filip\", \"within\": \"2d\"}");
        String hers = opened("{\"title\": \"Ana's\", \"owner\": \"ana\", \"within\": \"2d\"}");
        String over = opened("{\"title\": \"Over\", \"owner\": \"filip\", \"within\": \"2d\"}");
        post("/api/v1/tasks/" + over + "/completion", "{\"evidence\": \"so\"}");
        try (Visitor ana = Visitor.signedIn(company.app, Role.AGENT, "ana");
                Visitor ben = Visitor.signedIn(company.app, Role.AGENT, "ben")) {
            for (Visitor one : List.of(filip, ana, ben)) {
                for (String key : List.of(mine, hers, over)) {
                    List<String> allowed = JSON.readTree(
                                    one.get("/api/v1/tasks/" + key).body())
                            .get("allowed")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                    assertThat(Pattern.compile("action=\"/tasks/" + key + "/([a-z-]+)\"")
                                    .matcher(one.get("/tasks/" + key).body())
                                    .results()
                                    .map(found -> found.group(1)))
                            .containsExactlyElementsOf(allowed);
                }
            }
            assertThat(ben.get("/tasks/" + hers).body()).contains(PageText.english("tasks.acts.none"));
            assertThat(ana.get("/tasks/" + hers).body())
                    .contains("/completion\"")
                    .doesNotContain("/due-date\"");
        }
    }

    @Test
    void what_was_typed_stays_when_it_is_refused() {
        String refused = filip.submit(
                        "/tasks",
                        Map.of("title", "Typed once", "owner", "ben", "due", "", "about", "ESC-9999", "note", "kept"))
                .body();
        assertThat(refused).contains("value=\"Typed once\"", "value=\"ESC-9999\"", "value=\"kept\"");
        assertThat(refused).contains("<option value=\"ben\" selected");
        String key = opened("{\"title\": \"x\", \"owner\": \"filip\", \"within\": \"2d\"}");
        assertThat(filip.submit("/tasks/" + key + "/due-date", Map.of("due", "", "reason", "typed reason"))
                        .body())
                .contains("value=\"typed reason\"");
    }

    @Test
    void tasks_are_on_the_pages_of_what_they_are_about_and_in_the_menu() {
        String declared = company.declare(filip, "bluebird", "S3", "");
        String ofIt = opened("{\"title\": \"About the case\", \"owner\": \"ana\", \"within\": \"2d\","
                + " \"about\": {\"kind\": \"escalation\", \"key\": \"" + declared + "\"}}");
        String ofAccount = opened("{\"title\": \"About Bluebird\", \"owner\": \"ben\", \"within\": \"2d\","
                + " \"about\": {\"kind\": \"account\", \"key\": \"bluebird\"}}");
        assertThat(filip.get("/escalations/" + declared).body())
                .contains("href=\"/tasks/" + ofIt + "\"", "About the case")
                .doesNotContain(ofAccount);
        assertThat(filip.get("/accounts/bluebird").body())
                .contains("href=\"/tasks/" + ofIt + "\"", "href=\"/tasks/" + ofAccount + "\"");
        assertThat(filip.get("/tasks?about=" + declared).body()).contains("value=\"" + declared + "\"");
        assertThat(filip.get("/accounts").body()).contains("<a href=\"/tasks\"");
    }

    /** It has no severity: what is kept of its messages only says when they may be sent. */
    @Test
    void a_message_about_a_task_says_so_and_has_no_severity() {
        String key = opened("{\"title\": \"Told of\", \"owner\": \"ana\", \"within\": \"2d\"}");
        JsonNode sent = JSON.readTree(filip.get("/api/v1/messages?limit=200").body())
                .get("items")
                .valueStream()
                .filter(message -> message.get("task").asString().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(sent.get("escalation").asString()).isEmpty();
        assertThat(sent.get("template").asString()).isEqualTo("task-assigned");
        try (Visitor ana = Visitor.signedIn(company.app, Role.AGENT, "ana")) {
            JsonNode read =
                    JSON.readTree(ana.get("/api/v1/inbox").body()).get("items").get(0);
            assertThat(read.get("task").asString()).isEqualTo(key);
            assertThat(read.get("severity").asString()).isEmpty();
            String inbox = ana.get("/inbox?unread=true").body();
            assertThat(inbox).contains("href=\"/tasks/" + key + "\"");
            int letter = inbox.indexOf("[" + key + "]");
            assertThat(inbox.substring(letter, inbox.indexOf("letter-body", letter)))
                    .doesNotContain("S3");
        }
    }

    private static String opened(String body) {
        return JSON.readTree(post("/api/v1/tasks", body).body()).get("key").asString();
    }

    private static HttpResponse<String> post(String path, String body, String ifMatch) {
        return filip.post(path, body, "X-CSRF-TOKEN", filip.csrf(), "If-Match", ifMatch);
    }

    @Test
    void my_desk_shows_it_among_what_escalations_owe_and_its_page_does_it() {
        String declared = company.declare(filip, "bluebird", "S3", ", \"request\": true");
        HttpResponse<String> opened = filip.submit(
                "/tasks",
                Map.of("title", "Call Bluebird", "owner", "filip", "due", "2026-03-09T18:00", "about", "", "note", ""));
        assertThat(opened.statusCode()).isEqualTo(302);
        String key = key(opened.headers().firstValue("Location").orElseThrow());
        assertThat(filip.get("/tasks").body()).contains(key, "Call Bluebird");
        assertThat(filip.get("/").body()).contains("id=\"duty-" + key + "-row\"");
        assertThat(filip.get("/tasks/" + key).body()).contains("opened for Filip Cerny, due");
        assertThat(JSON.readTree(filip.get("/api/v1/people/filip/duties").body())
                        .valueStream()
                        .map(duty -> duty.get("path").asString()))
                .contains("/api/v1/tasks/" + key + "/completion", "/api/v1/escalations/" + declared + "/acceptance");

        assertThat(filip.submit("/tasks/" + key + "/completion", Map.of("evidence", " "))
                        .body())
                .contains("The evidence must not be empty");
        assertThat(filip.submit("/tasks/" + key + "/completion", Map.of("evidence", "called", "back", "desk"))
                        .headers()
                        .firstValue("Location"))
                .contains("/");
        assertThat(filip.get("/").body()).doesNotContain("id=\"duty-" + key + "-row\"");
    }

    private static HttpResponse<String> post(String path, String body) {
        return filip.post(path, body, "X-CSRF-TOKEN", filip.csrf());
    }

    private static String detail(String body) {
        HttpResponse<String> answer = post("/api/v1/tasks", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static String about(String kind, String key) {
        return detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"about\": {\"kind\": \"" + kind
                + "\", \"key\": \"" + key + "\"}}");
    }

    private static List<String> keys(String query) {
        return JSON.readTree(filip.get("/api/v1/tasks" + query).body())
                .get("items")
                .valueStream()
                .map(task -> task.get("key").asString())
                .toList();
    }

    private static String key(String location) {
        Matcher matcher = Pattern.compile("TASK-\\d+").matcher(location);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
