package dev.bellrope.app.console;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page answers everybody, with nothing in it and with a company at work. */
class PagesTest {
    private static SampleCompany company;
    private static String key;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", ", \"tickets\": [\"4711\"]");
            company.declare(filip, "bluebird", "S3", ", \"request\": true");
            company.busy(key);
        }
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    private static List<String> pages() {
        return List.of(
                "/",
                "/escalations",
                "/escalations?status=closed",
                "/escalations?severity=S1&owner=ben&account=acme&status=active",
                "/escalations/new?account=acme",
                "/escalations/" + key,
                "/escalations/" + key + "?all=true",
                "/accounts",
                "/accounts?search=nobody",
                "/accounts/acme",
                "/accounts/bluebird",
                "/people",
                "/playbook",
                "/playbook/versions",
                "/playbook/versions/baseline@1/changes",
                "/playbook/why-not",
                "/playbook/new");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageAnswersEveryRole(Role role) {
        for (String person : List.of("", "irena")) {
            try (Visitor visitor = Visitor.signedIn(company.app, role, person)) {
                for (String path : pages()) {
                    HttpResponse<String> answer = visitor.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.body())
                            .as(path)
                            .contains("<main")
                            .doesNotContain("<script>", " style=\"", "onclick");
                }
                assertThat(visitor.get("/escalations/ESC-1").statusCode()).isEqualTo(404);
                assertThat(visitor.get("/accounts/nobody").statusCode()).isEqualTo(404);
                assertThat(visitor.get("/playbook/versions/none@1").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void theDeskTellsEachWhatTheyMustDo() {
        String owner = company.owner(key);
        try (Visitor visitor = Visitor.signedIn(company.app, Role.AGENT, owner)) {
            assertThat(visitor.get("/").body()).contains("Do and validate step 1", english("duty.resolve"));
        }
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            assertThat(irena.get("/").body()).contains("Roll back to 4.2?").contains(english("act.acceptance.label"));
        }
        try (Visitor nobody = Visitor.signedIn(company.app, Role.AGENT)) {
            assertThat(nobody.get("/").body()).contains("nobody of the directory", english("desk.mine.all"));
        }
    }

    @Test
    void aPlaybookIsCheckedPreviewedAndPublished() {
        String changed = PlaybookReader.baseline().replace("acknowledge: { S1: 15m,", "acknowledge: { S1: 10m,");
        String wrong = PlaybookReader.baseline().replace("acknowledge: { S1: 15m,", "acknowledge: { S1: 15 bananas,");
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            HttpResponse<String> refused = agent.submit("/playbook/new", Map.of("text", wrong, "act", "check"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("15 bananas", "Line ");
            HttpResponse<String> fine = agent.submit("/playbook/new", Map.of("text", changed, "act", "check"));
            assertThat(fine.statusCode()).isEqualTo(200);
            assertThat(fine.body()).contains("acknowledge 15m -&gt; 10m", key);
            assertThat(agent.submit("/playbook/new", Map.of("text", changed, "act", "publish"))
                            .statusCode())
                    .isEqualTo(403);
        }
        try (Visitor administrator = Visitor.signedIn(company.app, Role.ADMINISTRATOR)) {
            HttpResponse<String> published =
                    administrator.submit("/playbook/new", Map.of("text", changed, "act", "publish", "note", "faster"));
            assertThat(published.statusCode()).isEqualTo(302);
            assertThat(administrator.get("/playbook").body()).contains("baseline@2", "10m", "faster");
            assertThat(administrator.get("/playbook/versions/baseline@1").body())
                    .contains("not in force any more");
            assertThat(administrator.get("/escalations/" + key).body()).contains("baseline@1");
        }
    }
}
