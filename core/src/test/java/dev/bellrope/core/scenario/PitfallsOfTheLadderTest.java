package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.playbook.ClimbRule;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What went wrong elsewhere with escalation ladders, alarms and outages. */
class PitfallsOfTheLadderTest {
    @Test
    @DisplayName("T43 T53: the same alarm from two nodes, or again and again, does its work once")
    void T43_T53_each_step_once() {
        Scenario scenario = scenario().at("Mon 09:00").opens("S2", "T2");
        Alarm first = first(scenario);
        scenario.at("Mon 09:30").ticks().skip();

        for (int again = 0; again < 3; again++) {
            scenario.does(Actor.SYSTEM, KEY, new Command.Strike(first));
        }
        assertThat(scenario.lines()).isEmpty();
    }

    @Test
    @DisplayName("T44: a ladder of four levels is climbed to its top, and no higher")
    void T44_a_ladder_of_four() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("plan")
                        .without("acknowledge")
                        .without("resolve")
                        .ladder(
                                TestPlaybook.level("L1", "one", List.of(), new ClimbRule.Missed("update", 1)),
                                TestPlaybook.level("L2", "two", List.of(), new ClimbRule.Missed("update", 1)),
                                TestPlaybook.level("L3", "three", List.of(), new ClimbRule.Missed("update", 2)),
                                TestPlaybook.level("L4", "four", List.of(), new ClimbRule.Missed("update", 1))))
                .at("Mon 09:00")
                .opens("S1", "deepest")
                .at("Mon 14:30")
                .ticks();

        assertThat(scenario.lines().stream().filter(line -> line.contains("climbed")))
                .containsExactly(
                        "Mon 10:00  climbed      L1 -> L2   because update missed",
                        "Mon 11:00  climbed      L2 -> L3   because update missed",
                        "Mon 13:00  climbed      L3 -> L4   because update missed twice");
    }

    @ParameterizedTest(name = "T45: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            acknowledge missed | missed acknowledge 1 | Mon 10:00
            plan missed        | missed plan 1        | Mon 13:00
            update missed      | missed update 1      | Mon 13:00
            update missed twice| missed update 2      | Mon 17:00
            resolve missed     | missed resolve 1     | Tue 17:00
            resolve at 50%     | used resolve 50      | Tue 09:00
            acknowledge at 10% | used acknowledge 10  | Mon 09:06
            severity is S2     | severity S2          | Mon 09:00
            tier is T2         | tier T2              | Mon 09:00
            """)
    void T45_every_kind_of_step_climbs_at_its_own_moment(String written, String rule, String at) {
        String[] words = rule.split(" ", -1);
        ClimbRule climbs = switch (words[0]) {
            case "missed" -> new ClimbRule.Missed(words[1], Integer.parseInt(words[2]));
            case "used" -> new ClimbRule.UsedUp(words[1], Integer.parseInt(words[2]));
            case "severity" -> new ClimbRule.SeverityIs(dev.bellrope.core.playbook.Severity.valueOf(words[1]));
            default -> new ClimbRule.TierIs(words[1]);
        };
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.ladder(
                        TestPlaybook.level("L1", "one", List.of(), climbs), TestPlaybook.level("L2", "two", List.of())))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Fri 17:00")
                .ticks();

        assertThat(climbs).hasToString(written);
        assertThat(scenario.lines().stream().filter(line -> line.contains("climbed")))
                .containsExactly(at + "  climbed      L1 -> L2   because " + written);
    }

    @Test
    @DisplayName("T47: no step before its time")
    void T47_not_before_its_time() {
        Scenario scenario = scenario().at("Mon 09:00").opens("S2", "T2").skip();
        for (Alarm alarm : Alarms.of(scenario.state(), scenario.policy())) {
            scenario.does(Actor.SYSTEM, KEY, new Command.Strike(alarm));
        }
        assertThat(scenario.lines()).isEmpty();
        assertThat(scenario.at("Mon 09:29").ticks().lines()).isEmpty();
        assertThat(scenario.at("Mon 09:30").ticks().lines()).hasSize(1);
    }

    @Test
    @DisplayName("T50: it stays with the playbook's version under which it was asked for")
    void T50_the_version_it_began_under() {
        Scenario scenario = scenario().at("Mon 09:00").requests("S3", "T3").does("mia", new Command.Accept(""));

        assertThat(scenario.state().playbook()).isEqualTo("baseline@1");
    }

    @Test
    @DisplayName("T54: an alarm that was taken back while it went off does nothing")
    void T54_taken_back() {
        Scenario scenario = scenario().at("Mon 09:00").opens("S2", "T2");
        Alarm first = first(scenario);
        scenario.at("Mon 09:30").does("ana", new Command.Acknowledge()).skip();

        assertThat(scenario.does(Actor.SYSTEM, KEY, new Command.Strike(first)).lines())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "T55 T57: after an outage every promise is said to be missed once, no stale warning is, and what repeats counts from now")
    void T55_T57_one_catch_up() {
        var outage = new Outage();
        assertThat(outage.after("2026-11-19T11:00:00Z"))
                .containsExactly(
                        "missed acknowledge, was due Mon 16 Nov 10:00",
                        "climbed L1 -> L2",
                        "specialist-lead Lea",
                        "missed plan, was due Mon 16 Nov 13:00",
                        "missed update, was due Mon 16 Nov 13:00",
                        "target update by Thu 19 Nov 16:00",
                        "missed resolve, was due Tue 17 Nov 17:00",
                        "climbed L2 -> L3",
                        "vp-engineering Vic");
    }

    @Test
    @DisplayName("T55: of several warnings that are due by now only the last is said")
    void T55_the_last_warning() {
        assertThat(new Outage().after("2026-11-16T08:50:00Z"))
                .containsExactly("warned acknowledge is at 75% of its time");
    }

    private static Alarm first(Scenario scenario) {
        return Alarms.of(scenario.state(), scenario.policy()).stream()
                .min(Comparator.comparing(Alarm::at))
                .orElseThrow();
    }
}
