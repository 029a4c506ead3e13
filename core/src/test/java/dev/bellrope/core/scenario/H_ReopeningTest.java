package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Exit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It came back. */
class H_ReopeningTest {
    @Test
    @DisplayName("T25: reopened with what was left, and nothing strikes at once")
    void H01_T25_runs_on_with_what_was_left() {
        scenario()
                .playbook(playbook -> playbook.without("update")
                        .without("plan")
                        .without("acknowledge")
                        .without("root-cause"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Tue 11:00")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Thu 09:00")
                .does("ana", new Command.Reopen("they fail again"))
                .at("Thu 15:00")
                .ticks()
                .journal("""
                        Thu 09:00  reopened     from watch   because they fail again
                        Thu 09:00  target       resolve by Fri 17:00  (16h of office hours, no. 2)
                        Thu 09:00  moved        resolve from Fri 17:00 to Thu 15:00   because runs on with what was left when it was resolved
                        Thu 13:30  warned       resolve is at 75% of its time
                        Thu 15:00  missed       resolve no. 2, was due Thu 15:00
                        """);
    }

    @Test
    @DisplayName("T25: reopened from the start where the playbook says so")
    void H02_T25_starts_again() {
        scenario()
                .playbook(playbook -> playbook.without("update")
                        .without("plan")
                        .without("acknowledge")
                        .without("root-cause")
                        .reopening(SupportPlan.ReopeningRule.RESTART))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Tue 11:00")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Thu 09:00")
                .does("ana", new Command.Reopen("they fail again"))
                .journal("""
                        Thu 09:00  reopened     from watch   because they fail again
                        Thu 09:00  target       resolve by Fri 17:00  (16h of office hours, no. 2)
                        """);
    }

    @Test
    @DisplayName("T25: what was missed before starts again when it is reopened, also where it would run on")
    void H03_T25_missed_before() {
        scenario()
                .playbook(playbook -> playbook.without("update")
                        .without("plan")
                        .without("acknowledge")
                        .without("root-cause"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Wed 11:00")
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Thu 09:00")
                .does("ana", new Command.Reopen("they fail again"))
                .at("Thu 10:00")
                .ticks()
                .journal("""
                        Thu 09:00  reopened     from watch   because they fail again
                        Thu 09:00  target       resolve by Fri 17:00  (16h of office hours, no. 2)
                        """);
    }

    @Test
    @DisplayName("resolved while it was paused: it runs on with what was left when it was paused")
    void H04_resolved_while_paused() {
        scenario()
                .playbook(playbook -> playbook.without("update")
                        .without("plan")
                        .without("acknowledge")
                        .without("root-cause"))
                .at("Mon 09:00")
                .opens("S2", "T2")
                .at("Mon 12:00")
                .does("ana", new Command.Pause("waiting-on-customer", ""))
                .at("Fri 12:00")
                .does("ana", new Command.Resolve("They say it works."))
                .skip()
                .at("Fri 13:00")
                .does("ana", new Command.Reopen("it does not"))
                .journal("""
                        Fri 13:00  reopened     from watch   because it does not
                        Fri 13:00  target       resolve by Tue 13:00  (16h of office hours, no. 2)
                        Fri 13:00  moved        resolve from Tue 13:00 to Tue 10:00   because runs on with what was left when it was resolved
                        """);
    }

    @Test
    @DisplayName("reopened from the watch and after it was closed; what was confirmed and validated must hold anew")
    void H05_from_the_watch_and_after_the_end() {
        Scenario scenario = scenario()
                .playbook(playbook -> playbook.criterion("fix-validated", new Exit.Check.FixValidated())
                        .without("update")
                        .without("plan")
                        .without("acknowledge")
                        .without("root-cause")
                        .noReview())
                .at("Mon 09:00")
                .opens("S2", "T2")
                .does("ana", new Command.SetPlan(List.of(PlanStep.open("1", "Replace it", "", null, "")), ""))
                .does("ana", new Command.ValidateStep("1", true, "fast"))
                .does("ana", new Command.Resolve("Orders flow again."))
                .skip()
                .at("Tue 09:00")
                .does("ana", new Command.Reopen("they fail again"))
                .journal("""
                        Tue 09:00  reopened     from watch   because they fail again
                        Tue 09:00  target       resolve by Wed 17:00  (16h of office hours, no. 2)
                        """);
        assertThat(scenario.state().plan()).extracting(PlanStep::state).containsExactly(PlanStep.State.OPEN);
        scenario.does("ana", new Command.ValidateStep("1", true, "fast"))
                .does("ana", new Command.Resolve("Orders flow again."))
                .at("Fri 09:00")
                .ticks()
                .skip()
                .at("Fri 12:00")
                .does("ana", new Command.Reopen("and again"))
                .journal("""
                        Fri 12:00  reopened     from closed   because and again
                        Fri 12:00  target       resolve by Tue 12:00  (16h of office hours, no. 3)
                        """);
        assertThat(scenario.state().counts().reopenings()).isEqualTo(2);
    }
}
