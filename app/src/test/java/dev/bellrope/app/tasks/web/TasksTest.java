package dev.bellrope.app.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
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
        assertThat(JSON.readTree(filip.get(path + "/timeline").body())
                        .valueStream()
                        .map(line -> line.get("what").asString()))
                .containsExactly("opened", "assigned", "moved", "done");
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
                .contains("cannot be read");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"nobody\", \"within\": \"2d\"}"))
                .contains("nobody on the roster");
        assertThat(
                        detail(
                                "{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"about\": {\"kind\": \"ticket\", \"key\": \"1\"}}"))
                .contains("cannot be about");
        assertThat(detail("{\"title\": \"x\", \"owner\": \"ben\", \"within\": \"2d\", \"climbsTo\": [\"the-boss\"]}"))
                .contains("neither a person nor a duty");
        assertThat(filip.get("/api/v1/tasks?status=late").statusCode()).isEqualTo(400);
        assertThat(filip.get("/api/v1/tasks/TASK-99").statusCode()).isEqualTo(404);
    }

    @Test
    void my_desk_shows_it_among_what_escalations_owe_and_its_page_does_it() {
        String declared = company.declare(filip, "bluebird", "S3", ", \"request\": true");
        HttpResponse<String> opened = filip.submit(
                "/tasks",
                Map.of(
                        "title",
                        "Call Bluebird",
                        "owner",
                        "filip",
                        "due",
                        "2026-03-09T18:00",
                        "escalation",
                        "",
                        "note",
                        ""));
        assertThat(opened.statusCode()).isEqualTo(302);
        String key = key(opened.headers().firstValue("Location").orElseThrow());
        assertThat(filip.get("/tasks").body()).contains(key, "Call Bluebird");
        assertThat(filip.get("/").body()).contains("id=\"duty-" + key + "-row\"");
        assertThat(filip.get("/tasks/" + key).body()).contains("opened, due");
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
