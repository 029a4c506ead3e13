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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two that are one. */
class I_MergingTest {
    @Test
    @DisplayName("T28: merging stops everything; the other one takes over the tickets")
    void I01_T28_merged() {
        Scenario scenario = scenario()
                .at("Mon 09:00")
                .opens("S2", "T2")
                .opens("ESC-2", TestPlaybook.judged("S2", "T2"))
                .does(Actor.SYSTEM, KEY, new Command.AttachTicket("T-2", "", "same cause"))
                .skip()
                .does("mia", new Command.Merge(KEY))
                .does("mia", new Command.Merge("ESC-2"));
        scenario.does(TestPeople.actor("mia"), "ESC-2", Command.Absorb.of(scenario.state()))
                .journal("""
                        Mon 09:00  refused      merge   because it cannot be merged into itself
                        Mon 09:00  stopped      acknowledge is owed no more   because merged into ESC-2
                        Mon 09:00  stopped      plan is owed no more   because merged into ESC-2
                        Mon 09:00  stopped      resolve is owed no more   because merged into ESC-2
                        Mon 09:00  stopped      update is owed no more   because merged into ESC-2
                        Mon 09:00  merged       into ESC-2
                        Mon 09:00  ESC-2 took over    ESC-1 with T-1, T-2
                        """);
        assertThat(Alarms.of(scenario.state(), scenario.policy())).isEmpty();
        assertThat(scenario.state().clocks().values()).noneMatch(TargetClock::isOpen);
        assertThat(scenario.state("ESC-2").tickets()).containsOnlyKeys("T-1", "T-2");
    }
}
