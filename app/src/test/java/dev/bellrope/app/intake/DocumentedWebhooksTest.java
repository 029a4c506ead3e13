package dev.bellrope.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.intake.alertmanager.Alertmanager;
import dev.bellrope.app.intake.jira.Jira;
import dev.bellrope.app.intake.pagerduty.PagerDuty;
import dev.bellrope.app.intake.statuspage.Statuspage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** docs/webhooks-in.md names every product and scheme there is, and its rules mean what it says. */
class DocumentedWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-03-06T15:30:00Z");
    private static final Pattern RULES = Pattern.compile("```json\n(\\{\"rules\".*?)```", Pattern.DOTALL);

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Repository.file("docs/webhooks-in.md"));
    }

    @Test
    void everyProductHasItsAddress() {
        assertThat(List.of(new Alertmanager(), new Jira(), new PagerDuty(), new Statuspage()))
                .allSatisfy(product -> assertThat(page).contains("`/api/v1/webhooks/" + product.name() + "`"));
    }

    @Test
    void everySchemeHasItsRow() {
        assertThat(SignatureScheme.values())
                .allSatisfy(scheme -> assertThat(page).contains("| `" + scheme.word() + "` | `"));
    }

    @Test
    void theRulesOfTheFirstExampleSayTheAccountTheKindAndTheFacts() {
        JsonNode alert = JsonBodies.read("""
                {"alerts": [{"status": "firing", "startsAt": "2026-03-06T15:00:00Z", "fingerprint": "f1",
                 "labels": {"team": "checkout", "tenant": "globex", "severity": "page"}}]}""".getBytes(StandardCharsets.UTF_8));
        Arrival arrival = new Alertmanager().read("alertmanager", alert, NOW).getFirst();
        List<IntakeRule> rules = rules().getFirst();
        assertThat(rules).allMatch(rule -> rule.matches(arrival));
        assertThat(rules.get(0).account(arrival.body())).isEqualTo("acme");
        assertThat(rules.get(1).account(arrival.body())).isEqualTo("globex");
        assertThat(rules.get(2).kind()).isEqualTo("alert.paging");
        assertThat(rules.get(2).data()).containsEntry("impact", "high");
    }

    @Test
    void everyExampleIsReadWithoutAMistake() {
        assertThat(rules()).hasSize(2).allSatisfy(rules -> assertThat(rules).isNotEmpty());
    }

    private static List<List<IntakeRule>> rules() {
        return RULES.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```json\n", "").replace("```", ""))
                .map(block -> IntakeRuleReader.read(
                        JsonBodies.read(block.getBytes(StandardCharsets.UTF_8)).path("rules")))
                .toList();
    }
}
