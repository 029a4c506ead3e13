package dev.bellrope.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.web.PageText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is best done next on an escalation, on its page and by the API, and who is named as having acted. */
class NextActTest {
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
    void it_is_what_the_viewer_owes_first_else_what_anybody_owes() {
        String key = company.declare(filip, "bluebird", "S2", "");
        JsonNode escalation = get(filip, "/api/v1/escalations/" + key);
        String owner = escalation
                .get("people")
                .valueStream()
                .filter(held -> held.get("role").asString().equals("owner"))
                .map(held -> held.get("person").asString())
                .findFirst()
                .orElseThrow();
        JsonNode seen = escalation.get("nextAct");
        assertThat(seen.get("what").asString()).isEqualTo("Acknowledge");
        assertThat(seen.get("who").valueStream().map(JsonNode::asString)).containsExactly(owner);
        assertThat(seen.get("yours").asBoolean()).isFalse();
        assertThat(seen.get("path").asString()).isEqualTo("/api/v1/escalations/" + key + "/acknowledgement");
        assertThat(Instant.parse(seen.get("due").asString())).isAfter(company.clock.instant());
        try (Visitor mine = Visitor.signedIn(company.app, Role.AGENT, owner)) {
            JsonNode next = get(mine, "/api/v1/escalations/" + key).get("nextAct");
            assertThat(next.get("yours").asBoolean()).isTrue();
            assertThat(next.get("path")).isEqualTo(seen.get("path"));
            List<String> desk = get(mine, "/api/v1/people/" + owner + "/duties")
                    .valueStream()
                    .filter(duty -> duty.get("key").asString().equals(key))
                    .map(duty -> duty.get("path").asString())
                    .toList();
            assertThat(desk.getFirst()).isEqualTo(next.get("path").asString());
            assertThat(mine.get("/escalations/" + key).body())
                    .contains(PageText.english("nextact.title"), PageText.english("nextact.yours"));
        }
    }

    /** The address of a duty can be called as it stands. */
    @Test
    void no_path_of_a_duty_has_a_place_that_is_left_open() {
        String key = company.declare(filip, "bluebird", "S2", "");
        assertThat(filip.post("/api/v1/escalations/" + key + "/acknowledgement", "{}", "X-CSRF-TOKEN", filip.csrf())
                        .statusCode())
                .isEqualTo(200);
        assertThat(filip.call(
                                "PUT",
                                "/api/v1/escalations/" + key + "/plan",
                                "{\"steps\": [{\"id\": \"s1\", \"text\": \"Fail over\", \"owner\": \"ben\", \"validation\": \"it answers\"}]}",
                                "X-CSRF-TOKEN",
                                filip.csrf())
                        .body())
                .contains("Fail over");
        List<String> paths = get(filip, "/api/v1/people/ben/duties")
                .valueStream()
                .map(duty -> duty.get("path").asString())
                .toList();
        assertThat(paths)
                .anyMatch(path -> path.matches("/api/v1/escalations/" + key + "/plan/steps/[^/{}]+/validation"))
                .noneMatch(path -> path.contains("{"));
    }

    @Test
    void a_program_is_named_by_its_token() {
        String key = company.declare(filip, "bluebird", "S2", "");
        try (Visitor program = Visitor.withToken(company.app, Scope.READ, Scope.ESCALATIONS_WRITE)) {
            assertThat(program.post("/api/v1/escalations/" + key + "/acknowledgement", "{}")
                            .statusCode())
                    .isEqualTo(200);
        }
        String timeline =
                filip.get("/api/v1/escalations/" + key + "/timeline?limit=200").body();
        assertThat(JSON.readTree(timeline)
                        .get("items")
                        .valueStream()
                        .filter(line -> line.get("what").asString().equals("acknowledged"))
                        .map(line -> line.get("text").asString()))
                .containsExactly("by test program");
        assertThat(filip.get("/escalations/" + key).body()).contains("by test program");
    }

    private static JsonNode get(Visitor who, String path) {
        return JSON.readTree(who.get(path).body());
    }
}
