package dev.bellrope.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Assignment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures of one escalation. */
class EscalationMeasuresTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private final EscalationMeasures measures = new EscalationMeasures("ESC-1");

    @Test
    void missed_and_kept_late_counts_once_as_missed() {
        add(0, opened());
        add(60, new Event.TargetMissed("acknowledge", 1, MONDAY));
        add(70, new Event.TargetMet("acknowledge", 1, MONDAY));
        add(80, new Event.TargetWaived("acknowledge", 1, "agreed"));
        add(90, new Event.TargetMet("acknowledge", 2, MONDAY));

        assertThat(measures.outcomes())
                .containsExactly(
                        new EscalationMeasures.PromiseOutcome(
                                "acknowledge", "T2", Severity.S2, EscalationMeasures.PromiseEnd.MISSED, at(60)),
                        new EscalationMeasures.PromiseOutcome(
                                "acknowledge", "T2", Severity.S2, EscalationMeasures.PromiseEnd.MET, at(90)));
    }

    @Test
    void an_outcome_is_counted_under_the_severity_of_its_moment() {
        add(0, opened());
        add(10, new Event.TargetMet("acknowledge", 1, MONDAY));
        add(20, new Event.Retriaged(Severity.S2, TestPlaybook.judged("S1", "T1"), "worse"));
        add(30, new Event.TargetMet("update", 1, MONDAY));

        assertThat(measures.outcomes())
                .extracting(EscalationMeasures.PromiseOutcome::severity)
                .containsExactly(Severity.S2, Severity.S1);
        assertThat(measures.tier()).isEqualTo("T1");
    }

    @Test
    void the_first_time_counts_and_a_reopened_one_is_not_resolved() {
        add(0, opened());
        add(10, new Event.Acknowledged("ana"));
        add(20, new Event.UpdateSent("on it", "email"));
        add(30, new Event.UpdateSent("still on it", "email"));
        add(40, new Event.Resolved("done"));
        add(50, new Event.Closed(""));
        add(60, new Event.Reopened("again", Status.CLOSED));
        add(70, new Event.Acknowledged("bo"));

        assertThat(measures.acknowledged()).isEqualTo(at(10));
        assertThat(measures.firstUpdate()).isEqualTo(at(20));
        assertThat(measures.updates()).isEqualTo(2);
        assertThat(measures.resolved()).isNull();
        assertThat(measures.closed()).isNull();
        assertThat(measures.reopenings()).isEqualTo(1);
    }

    @Test
    void the_highest_level_is_that_of_the_ladder_whatever_the_levels_are_called() {
        add(0, opened());
        for (int level = 1; level < 12; level++) {
            add(level, raised("L" + level, "L" + (level + 1)));
        }
        add(20, new Event.LevelLowered("L12", "L11", "calm"));
        assertThat(measures.highestLevel()).isEqualTo("L12");
        add(30, raised("L11", "L12"));
        add(40, raised("L12", "board"));
        add(50, new Event.LevelLowered("board", "L12", "calm"));
        assertThat(measures.highestLevel()).isEqualTo("board");
    }

    private static Event raised(String from, String to) {
        return new Event.LevelRaised(from, to, Reason.of("by-hand", "so"));
    }

    @Test
    void only_another_owner_is_a_reassignment() {
        add(0, opened());
        add(0, owner("ana"));
        add(10, owner("ana"));
        add(20, owner(""));
        add(30, owner("bo"));

        assertThat(measures.reassignments()).isEqualTo(1);
        assertThat(measures.owner()).isEqualTo("bo");
    }

    private void add(long minutes, Event event) {
        measures.add(at(minutes), event);
    }

    private static Instant at(long minutes) {
        return MONDAY.plusSeconds(60 * minutes);
    }

    private static Event owner(String person) {
        return new Event.RoleAssigned(new Assignment("owner", person, "", List.of()), "");
    }

    private static Event opened() {
        return new Event.Opened(
                "ESC-1",
                "acme",
                "ACME",
                "baseline@1",
                "Orders fail",
                "",
                List.of(),
                TestPlaybook.judged("S2", "T2"),
                "L1",
                "");
    }
}
