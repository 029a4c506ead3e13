package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.KEY;
import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What went wrong elsewhere with promises. */
class PitfallsOfPromisesTest {
    @ParameterizedTest(name = "T2: {1} from {0}, warned at {2}%")
    @CsvSource({
        "2026-11-20T15:30:00Z, 1, 50", "2026-11-20T15:30:00Z, 1, 75", "2026-11-21T03:00:00Z, 4, 50",
        "2026-11-16T08:00:00Z, 8, 50", "2026-11-16T15:59:59Z, 3, 1", "2026-11-16T12:00:00Z, 20, 99"
    })
    void T2_a_warning_lies_within_the_hours(Instant start, int hours, int percent) {
        TargetClock clock = TargetClock.start(
                "acknowledge", 1, Duration.ofHours(hours), TestPlaybook.OFFICE, start, List.of(percent), false);

        Instant warned = clock.warnings().getFirst().at();
        assertThat(TestPlaybook.OFFICE.isOpen(warned)).as(warned.toString()).isTrue();
        assertThat(TestPlaybook.OFFICE.between(warned, clock.due()))
                .isEqualTo(Duration.ofHours(hours).multipliedBy(100L - percent).dividedBy(100));
    }

    @Test
    @DisplayName("T6 T16: what is left is counted in the promise's own hours, from instants alone")
    void T6_T16_one_number() {
        Instant friday = Instant.parse("2026-11-20T15:30:00Z");
        TargetClock clock =
                TargetClock.start("acknowledge", 1, Duration.ofHours(1), TestPlaybook.OFFICE, friday, List.of(), false);

        assertThat(clock.remainingAt(Instant.parse("2026-11-21T12:00:00Z"), TestPlaybook.OFFICE))
                .as("on Saturday")
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(clock.remainingAt(Instant.parse("2026-11-23T09:00:00Z"), TestPlaybook.OFFICE))
                .as("half an hour late")
                .isEqualTo(Duration.ofMinutes(-30));
    }

    @Test
    @DisplayName("T26 T27: resolving stops every clock, and nothing strikes for what is closed")
    void T26_T27_over_means_over() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("root-cause"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.HandOff("bo", "the disk", "", "call"))
                .does("ana", new Command.AskDecision("roll back?", List.of(), "vic"))
                .does("ana", new Command.Resolve("Orders flow again."));
        assertThat(scenario.state().clocks().values()).noneMatch(TargetClock::isOpen);

        scenario.at("Thu 10:00").ticks().skip().at("Sun 09:00").ticks();
        assertThat(scenario.lines()).isEmpty();
        assertThat(Alarms.of(scenario.state(), scenario.policy())).isEmpty();
    }

    @Test
    @DisplayName("T33: missed is what the clock says, at once and in every look at it")
    void T33_derived_never_stored() {
        Scenario scenario =
                scenario().at("Mon 09:00").opens("S2", "T2").at("Mon 10:00").ticks();

        assertThat(clock(scenario, "acknowledge").status()).isEqualTo(TargetClock.ClockStatus.MISSED);
    }

    @Test
    @DisplayName("T36: an act after the due instant comes too late, though the alarm has not gone off")
    void T36_the_old_is_judged_before_the_new() {
        Escalation opened = scenario().at("Mon 09:00").opens("S2", "T2").state();
        var situation = new Situation(
                Instant.parse("2026-11-16T09:00:01Z"),
                TestPeople.actor("ana"),
                new TestPlaybook().build(),
                TestPeople.ACME,
                new Roster(TestPeople.ALL, Map.of(), Map.of()));

        for (Command command : List.of(
                new Command.Acknowledge(),
                new Command.Reassess(TestPlaybook.judged("S1", "T1"), "S2"),
                new Command.Resolve("Orders flow again."),
                new Command.MovePromise("acknowledge", Instant.parse("2026-11-16T12:00:00Z"), "later"))) {
            var decided = (Decision.Accepted) Decider.decide(opened, command, situation.as(Actor.SYSTEM));

            assertThat(decided.events().getFirst())
                    .as(command.word())
                    .isEqualTo(new Event.TargetMissed("acknowledge", 1, Instant.parse("2026-11-16T09:00:00Z")));
        }
    }

    @Test
    @DisplayName("T38: what was kept is not judged again by a new severity")
    void T38_history_stays() {
        Scenario scenario = scenario()
                .at("Mon 09:00")
                .opens("S4", "T3")
                .at("Mon 15:00")
                .does("ana", new Command.Acknowledge())
                .does(Actor.SYSTEM, KEY, new Command.Reassess(TestPlaybook.judged("S1", "T1"), "S2"));

        assertThat(clock(scenario, "acknowledge").status()).isEqualTo(TargetClock.ClockStatus.MET);
        assertThat(clock(scenario, "acknowledge").budget()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    @DisplayName("T40: opened at once or asked for and accepted, the same promises start")
    void T40_every_way_in_starts_the_clocks() {
        Scenario opened = scenario().at("Mon 09:00").opens("S2", "T2");
        Scenario accepted = scenario().at("Mon 09:00").requests("S2", "T2").does("mia", new Command.Accept(""));

        assertThat(accepted.state().clocks()).isEqualTo(opened.state().clocks()).hasSize(4);
    }

    @Test
    @DisplayName("T21: judged milder it keeps what was used up; what was missed stays missed")
    void T21_judged_milder() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.without("plan").without("update"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Mon 12:00")
                .does("mia", new Command.Retriage(Severity.S3, "only two orders"));

        assertThat(clock(scenario, "resolve").due())
                .as("5 days less the 3 hours used")
                .isEqualTo(scenario.instant("Fri 17:00"));
        assertThat(clock(scenario, "acknowledge").status()).isEqualTo(TargetClock.ClockStatus.MISSED);
        assertThat(scenario.state().assessment().tier()).isEqualTo("T3");
    }

    private static TargetClock clock(Scenario scenario, String target) {
        return Objects.requireNonNull(scenario.state().clocks().get(target), target);
    }
}
