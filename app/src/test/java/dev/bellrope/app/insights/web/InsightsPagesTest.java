package dev.bellrope.app.insights.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.insights.CaughtUp;
import dev.bellrope.app.insights.FigureTopic;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A number on the page is the one in the file and in the API, and as many escalations are listed behind it. */
class InsightsPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SampleCompany company;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        try (Visitor filip = company.manager()) {
            String first = company.declare(filip, "acme", "S1", ", \"tickets\": [\"4711\"]");
            company.declare(filip, "acme", "S3", "");
            company.declare(filip, "bluebird", "S3", ", \"request\": true");
            company.clock.advance(Duration.ofMinutes(12));
            company.busy(first);
            company.clock.advance(Duration.ofDays(9));
            String last = company.declare(filip, "bluebird", "S2", "");
            company.ask(last, Act.ACKNOWLEDGE, "{}");
            company.clock.advance(Duration.ofHours(2));
            company.ask(last, Act.RESOLVE, "{\"summary\": \"The limit is raised\"}");
        }
        CaughtUp.wait(company.app);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberIsTheOneInTheFileAndTheCountOfTheList(FigureTopic topic) {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            String page = agent.get("/insights?days=30").body();
            List<String> file = agent.get("/api/v1/insights/" + topic.word() + ".csv?days=30")
                    .body()
                    .lines()
                    .toList();
            Matcher link = Pattern.compile(
                            "href=\"(/insights/" + topic.word() + "\\?point=([^\"&]*)&amp;days=30)\">([0-9]+)</a>")
                    .matcher(page);
            int links = 0;
            while (link.find()) {
                links++;
                String point = link.group(2);
                String row = file.stream()
                        .filter(line -> line.startsWith(point + ","))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.split(",", -1)[2]).as(row).isEqualTo(link.group(3));
                HttpResponse<String> list = agent.get(link.group(1).replace("&amp;", "&"));
                assertThat(list.statusCode()).isEqualTo(200);
                if (topic.isKept()) {
                    assertThat(list.body()).contains("Of their " + link.group(3) + " promises");
                } else {
                    String many = link.group(3);
                    assertThat(list.body()).contains(many.equals("1") ? "1 escalation." : many + " escalations.");
                    assertThat(list.body().split("<td data-label=\"Escalation\">", -1))
                            .hasSize(Integer.parseInt(many) + 1);
                }
            }
            assertThat(links).as("numbers with a link").isPositive();
        }
    }

    @Test
    void theApiSaysTheSame() {
        try (Visitor program = Visitor.withToken(company.app, Scope.READ)) {
            JsonNode all = JSON.readTree(program.get("/api/v1/insights?days=30").body());
            assertThat(all.get("figures")).hasSize(FigureTopic.values().length);
            assertThat(all.get("countedAnew").asInt()).isZero();
            JsonNode one = JSON.readTree(program.get("/api/v1/insights/acknowledge?from=2026-03-09&to=2026-03-15")
                    .body());
            JsonNode whole = one.get("figures").get(0).get("whole");
            assertThat(whole.get("escalations").asInt()).isEqualTo(1);
            assertThat(whole.get("median_seconds").asInt()).isEqualTo(720);
            JsonNode behind =
                    JSON.readTree(program.get("/api/v1/insights/acknowledge/escalations?days=30&severity=S1&limit=1")
                            .body());
            assertThat(behind.get("items")).hasSize(1);
            assertThat(behind.get("items").get(0).get("tookSeconds").asLong()).isEqualTo(720);
            assertThat(JSON.readTree(program.get("/api/v1/insights/volume/escalations?days=30&limit=2")
                                    .body())
                            .get("next")
                            .asString())
                    .contains("after=ESC-");
        }
    }

    /** Asked for, and never opened: it is in no number. */
    @Test
    void aRequestIsNoEscalationYet() {
        try (Visitor program = Visitor.withToken(company.app, Scope.READ)) {
            JsonNode volume = JSON.readTree(
                            program.get("/api/v1/insights/volume?days=30").body())
                    .get("figures")
                    .get(0)
                    .get("whole");
            assertThat(volume.get("escalations").asInt()).isEqualTo(3);
            assertThat(volume.get("S3").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?days=0",
                "?days=x",
                "?days=99999",
                "?from=2026-03-40",
                "?from=2026-04-01&to=2026-03-01",
                "?severity=S9",
                "?band=best",
                "?time=local",
                "?account=%07"
            })
    void whatCannotBeAskedIsSaidAndTheFormKeepsIt(String wrong) {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT);
                Visitor program = Visitor.withToken(company.app, Scope.READ)) {
            HttpResponse<String> page = agent.get("/insights" + wrong);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("This cannot be shown", english("insights.ask.acknowledge"));
            assertThat(program.get("/api/v1/insights" + wrong).statusCode()).isEqualTo(400);
            assertThat(agent.get("/insights/volume" + wrong).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            for (String path :
                    List.of("/insights/weather", "/insights/volume?point=2026-03-10", "/insights/handoffs?point=9")) {
                assertThat(agent.get(path).statusCode()).as(path).isEqualTo(404);
                assertThat(agent.get("/api/v1" + path.replaceFirst("(\\?|$)", "/escalations$1"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void everyQuestionHasItsAnswerDefinitionAndFileWithoutAnyScript() {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            String page = agent.get("/insights?days=90&time=working").body();
            assertThat(page.split("class=\"chart-answer\"", -1)).hasSize(FigureTopic.values().length + 1);
            Arrays.stream(FigureTopic.values())
                    .forEach(topic -> assertThat(page)
                            .contains("/api/v1/insights/" + topic.word() + ".csv?days=90&amp;time=working"));
            assertThat(page).doesNotContain("echarts", " style=\"", ">insights.");
        }
    }

    @Test
    void anEmptyTimeSaysWhatToDo() {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            assertThat(agent.get("/insights?from=2020-01-01&to=2020-02-01").body())
                    .contains(english("insights.empty"), english("insights.empty.year"));
            assertThat(agent.get("/insights/load?from=2020-01-01&to=2020-02-01&point=ana")
                            .body())
                    .contains(english("insights.empty"));
        }
    }
}
