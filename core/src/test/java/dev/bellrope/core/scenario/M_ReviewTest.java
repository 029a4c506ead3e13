package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Severity;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reviewed, and by whom not: the worst decides, over the whole life and over what was merged into it. */
class M_ReviewTest {
    private static final Actor MIA = TestPeople.actor("mia");

    @Test
    @DisplayName("a milder judgement just before the end takes no review away")
    void M01_retriaged_before_the_end() {
        scenario()
                .at("Mon 09:00")
                .opens("S1", "T1")
                .does("mia", new Command.Retriage(Severity.S4, "a false alarm, surely"))
                .skip()
                .does("ana", new Command.Resolve("Orders flow again."))
                .journal("""
                        Mon 09:00  resolved     Orders flow again.
                        Mon 09:00  met          acknowledge
                        Mon 09:00  met          resolve
                        Mon 09:00  stopped      update is owed no more   because resolved
                        Mon 09:00  closed       every exit criterion holds
                        Mon 09:00  review       due Sat 09:00, led by someone uninvolved   because a review is required when severity <= S2 || climbed_to == L3; it was so before, or what was merged into it was
                        """);
    }

    @ParameterizedTest(name = "opened {0}, then {1}: review {2}")
    @CsvSource({
        "S3, '', false",
        "S4, '', false",
        "S3, retriage S4, false",
        "S1, retriage S3, true",
        "S3, retriage S2 retriage S4, true",
        "S4, hear S1 retriage S4, true",
        "S3, raise raise lower lower, true",
        "S3, raise lower, false",
        "S2, retriage S4 resolve reopen, true",
        "S4, resolve reopen retriage S1 retriage S4, true",
        "S4, resolve reopen, false"
    })
    void M02_the_worst_of_its_life_decides(String severity, String steps, boolean reviewed) {
        Scenario scenario = scenario().at("Mon 09:00").opens(severity, "T3");
        for (String word : steps.replaceAll("(retriage|hear) ", "$1:").split(" ", -1)) {
            String of = word.substring(word.indexOf(':') + 1);
            switch (word.replaceAll(":.*", "")) {
                case "retriage" -> scenario.does("mia", new Command.Retriage(Severity.valueOf(of), "so it seems"));
                case "hear" ->
                    scenario.does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged(of, "T1"), "S1"));
                case "raise" -> scenario.does("mia", new Command.RaiseLevel("so"));
                case "lower" -> scenario.does("mia", new Command.DeEscalate("so"));
                case "resolve" -> scenario.does("mia", new Command.Resolve("flows"));
                case "reopen" -> scenario.does("mia", new Command.Reopen("again"));
                default -> assertThat(word).isEmpty();
            }
        }
        assertThat(scenario.skip()
                        .does("mia", new Command.Resolve("flows"))
                        .at("Sun 09:00")
                        .ticks()
                        .lines())
                .anyMatch(line -> line.contains("closed  "))
                .satisfies(lines -> assertThat(lines.stream().anyMatch(line -> line.contains("review  ")))
                        .isEqualTo(reviewed));
    }

    @ParameterizedTest(name = "merged over {0} others")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("the duty goes along with a merge, however many times it is merged on")
    void M03_a_merge_passes_it_on(int merges) {
        Scenario scenario = scenario().at("Mon 09:00").opens("S1", "T1");
        scenario.does("mia", new Command.Retriage(Severity.S4, "a false alarm, surely"));
        assertThat(end(merged(scenario, merges), merges)).anyMatch(line -> line.contains("review  "));
    }

    @Test
    @DisplayName("a level that the merged one had climbed to counts as well")
    void M04_a_merge_passes_the_level_on() {
        Scenario climbed = scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("mia", new Command.RaiseLevel("so"))
                .does("mia", new Command.RaiseLevel("so"))
                .does("mia", new Command.DeEscalate("calm"));
        assertThat(end(merged(climbed, 2), 2)).anyMatch(line -> line.contains("review  "));

        Scenario mild = scenario().at("Mon 09:00").opens("S3", "T3");
        assertThat(end(merged(mild, 2), 2)).noneMatch(line -> line.contains("review  "));
    }

    @Test
    @DisplayName("what the merged one owed by its own playbook is owed, whatever the other playbook requires")
    void M05_owed_by_another_playbook() {
        Scenario scenario = scenario().at("Mon 09:00").opens("S1", "T1");
        scenario.does("mia", new Command.Merge("ESC-2"));
        Command.Absorb owing = Command.Absorb.of(scenario.state());
        Scenario other = scenario()
                .playbook(playbook -> playbook.reviewWhen("false", facts -> false))
                .at("Mon 09:00")
                .opens("S4", "T3")
                .does(MIA, KEY, owing)
                .skip();
        assertThat(other.does("ana", new Command.Resolve("flows")).lines())
                .contains(
                        "Mon 09:00  review       due Sat 09:00, led by someone uninvolved   because what was merged into"
                                + " it owed a review");
    }

    @Test
    @DisplayName("whoever held a role, had a step of the plan, or did something took part, and so with what was merged")
    void M06_who_took_part() {
        Scenario scenario = scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("mia", new Command.Assign("owner", "bo", "Ana is busy"))
                .does("mia", new Command.Assign("facilitator", "vic", "I am away"));
        assertThat(scenario.state().reviewBasis().involved()).containsExactly("ana", "bo", "mia", "vic");

        Scenario other = scenario()
                .without("mia", "vic")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("bo", new Command.SetPlan(List.of(PlanStep.open("1", "replace it", "lea", null, "")), ""));
        assertThat(other.state().reviewBasis().involved()).containsExactly("ana", "bo", "lea");
        assertThat(other.does(MIA, KEY, Command.Absorb.of(scenario.state()))
                        .state()
                        .reviewBasis()
                        .involved())
                .containsExactly("ana", "bo", "lea", "mia", "vic");
    }

    @Test
    @DisplayName("a note on one that is closed is no part in it; reopening it is, and what is done then")
    void M07_after_the_end() {
        Scenario scenario = scenario()
                .without("mia")
                .at("Mon 09:00")
                .opens("S4", "T3")
                .does("ana", new Command.Resolve("flows"))
                .does("lea", new Command.AddNote(false, "what the review found"));
        assertThat(scenario.state().reviewBasis().involved()).containsExactly("ana");
        scenario.does("bo", new Command.Reopen("again")).does("lea", new Command.AddNote(false, "what now?"));
        assertThat(scenario.state().reviewBasis().involved()).containsExactly("ana", "bo", "lea");
    }

    /** Merges the first into the second, that into the third, and so on; all others are of the mildest severity. */
    private static Scenario merged(Scenario scenario, int merges) {
        String from = KEY;
        for (int i = 2; i < merges + 2; i++) {
            String into = "ESC-" + i;
            scenario.opens(into, TestPlaybook.judged("S4", "T3")).does(MIA, from, new Command.Merge(into));
            scenario.does(MIA, into, Command.Absorb.of(scenario.state(from)));
            from = into;
        }
        return scenario;
    }

    private static List<String> end(Scenario scenario, int merges) {
        return scenario.skip()
                .does(MIA, "ESC-" + (merges + 1), new Command.Resolve("flows"))
                .lines();
    }
}
