package dev.bellrope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.architecture.Repository;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus reads, and that the document, the alerts and the dashboard name nothing that is not there. */
class MetersTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-z0-9_]*)(?:\\{| )");
    private static final Pattern QUOTED = Pattern.compile("`([a-z]+(?:_[a-z0-9]+)+)`");
    private static RunningApp app;
    private static String scraped;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).start();
        SmallCompany.moveInto(app);
        try (Visitor desk = Visitor.withToken(app, Scope.SIGNALS_WRITE, Scope.READ)) {
            signal(desk, "desk", "1", "acme");
            signal(desk, "desk", "1", "acme");
            signal(desk, "desk", "2", "nobody");
            signal(desk, "s".repeat(5_000), "3", "acme");
            for (int source = 0; source < 120; source++) {
                signal(desk, "source-" + source, "1", "nobody");
            }
            scraped = desk.get("/actuator/prometheus").body();
        }
    }

    private static void signal(Visitor desk, String source, String id, String account) {
        desk.send(
                "POST",
                "/api/v1/signals",
                BodyPublishers.ofString("""
                        {"specversion": "1.0", "id": "%s", "source": "%s", "type": "slo.missed", "subject": "T-1",
                         "account": "%s", "data": {"share_of_users": 0.9}}
                        """.formatted(id, source, account)),
                "Content-Type",
                "application/cloudevents+json");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void intakeIsCountedBySourceAndResult() {
        assertThat(scraped)
                .contains("bellrope_signals_total{result=\"accepted\",source=\"desk\"} 1.0")
                .contains("bellrope_signals_total{result=\"duplicate\",source=\"desk\"} 1.0")
                .contains("bellrope_signals_total{result=\"unmapped\",source=\"desk\"} 1.0")
                .contains("bellrope_signals_total{result=\"refused\",source=\"other\"} 1.0");
    }

    /** Whoever may send signals may name sources without end. */
    @Test
    void manySourcesAreNotManyRows() {
        assertThat(scraped).contains("bellrope_signals_total{result=\"unmapped\",source=\"other\"} 21.0");
        assertThat(scraped.lines().filter(line -> line.startsWith("bellrope_signals_total")))
                .hasSizeLessThan(110);
    }

    @Test
    void decisionsAreCountedByTrigger() {
        assertThat(scraped).containsPattern("bellrope_decisions_total\\{event=\"opened\",trigger=\"[a-z-]+\"} 1\\.0");
    }

    @Test
    void everyNodeTellsOfTheBacklogs() {
        assertThat(scraped)
                .contains("bellrope_clocks_due 0.0", "bellrope_clocks_oldest_due_seconds 0.0")
                .contains("bellrope_outbox_due{channel=\"mail\"}", "bellrope_outbox_due{channel=\"webhook\"}")
                .contains("bellrope_outbox_oldest_due_seconds{channel=\"mail\"}")
                .contains("bellrope_outbox_retrying{channel=\"mail\"}", "bellrope_outbox_dead{channel=\"mail\"} 0.0")
                .contains("bellrope_strikes_failed_total 0.0");
    }

    @Test
    void theDocumentNamesWhatThereIsAndAllOfOurs() throws IOException {
        Set<String> told = QUOTED.matcher(Files.readString(Repository.file("docs/operating.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(samples()).containsAll(told);
        assertThat(told)
                .containsAll(samples().stream()
                        .filter(name -> name.startsWith("bellrope_"))
                        .filter(name -> !name.matches(".*_(count|sum|max)"))
                        .toList());
    }

    @Test
    void everyAlertAsksForWhatThereIsAndSaysWhatToDo() throws IOException {
        List<JsonNode> alerts = alerts();
        assertThat(alerts).hasSizeGreaterThan(5).allSatisfy(alert -> {
            Set<String> asked = names(alert.path("expr").asString());
            assertThat(asked).isNotEmpty();
            assertThat(samples()).containsAll(asked);
            assertThat(alert.path("alert").asString()).startsWith("Bellrope");
            assertThat(alert.path("for").asString()).matches("[0-9]+[ms]");
            assertThat(alert.path("labels").path("severity").asString()).isIn("page", "ticket");
            assertThat(alert.path("annotations").path("summary").asString()).isNotBlank();
            assertThat(alert.path("annotations").path("description").asString()).isNotBlank();
        });
    }

    @Test
    void everyPanelOfTheDashboardShowsWhatThereIs() throws IOException {
        JsonNode dashboard =
                new JsonMapper().readTree(Files.readString(Repository.file("docs/operating/grafana.json")));
        assertThat(dashboard.path("title").asString()).isEqualTo("Bellrope");
        assertThat(dashboard.path("panels").size()).isGreaterThan(8);
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.path("targets").size())
                    .as(panel.path("title").asString())
                    .isPositive();
            for (JsonNode target : panel.path("targets")) {
                assertThat(names(target.path("expr").asString())).isNotEmpty();
                assertThat(samples()).containsAll(names(target.path("expr").asString()));
            }
        }
    }

    private static List<JsonNode> alerts() throws IOException {
        Object file = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Repository.file("docs/operating/alerts.yaml")));
        List<JsonNode> alerts = new ArrayList<>();
        for (JsonNode group : new JsonMapper().<JsonNode>valueToTree(file).path("groups")) {
            group.path("rules").forEach(alerts::add);
        }
        return alerts;
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> samples() {
        return SAMPLE.matcher(scraped)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
