package dev.bellrope.core.escalation.journal;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import java.util.ArrayList;
import java.util.List;

/** The concise history that goes with a handoff (M-03): five lines at most, from the state alone. */
public final class ConciseHistory {
    private ConciseHistory() {}

    /** What somebody who has never seen it must know. */
    public static List<String> brief(Escalation e) {
        List<String> lines = new ArrayList<>();
        lines.add(e.accountName() + ": " + e.title() + (e.impactNote().isEmpty() ? "" : " (" + e.impactNote() + ")"));
        lines.add(e.severity() + ", " + e.assessment().tier() + ", at " + e.level() + "; "
                + e.assessment().reasons().stream()
                        .findFirst()
                        .map(reason -> reason.sentence())
                        .orElse(e.assessment().trigger()));
        lines.add("cause: " + (e.rootCause().isEmpty() ? "not known yet" : e.rootCause()) + "; workaround: "
                + (e.workaround().isEmpty() ? "none" : e.workaround()));
        long done = e.plan().stream()
                .filter(step -> step.state() == PlanStep.State.PASSED)
                .count();
        lines.add(
                e.plan().isEmpty()
                        ? "no plan yet"
                        : "plan: " + done + " of " + e.plan().size() + " steps validated");
        lines.add("owed: " + owed(e));
        return lines;
    }

    private static String owed(Escalation e) {
        List<String> owed = e.clocks().values().stream()
                .filter(TargetClock::isOpen)
                .map(clock -> clock.target()
                        + (clock.isMissed() ? " (missed)" : clock.isPaused() ? " (paused)" : " by " + clock.due()))
                .toList();
        return owed.isEmpty() ? "nothing" : String.join(", ", owed);
    }
}
