package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.Happening;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Journal;

/**
 * A line of the timeline on a page.
 *
 * @param kind how it looks: {@code good}, {@code bad}, {@code warn}, {@code people} or nothing
 * @param visible whether the customer may read it
 * @param trace the id of what it comes from, where that is not the same as of the line before it; else empty
 */
public record TimelineEntry(Happening happening, Journal.Line line, String kind, boolean visible, String trace) {
    static TimelineEntry of(Happening happening, String before, Journal journal) {
        String trace = trace(happening);
        return new TimelineEntry(
                happening,
                journal.line(happening.event()),
                kind(happening.event()),
                EscalationsApi.Line.isVisible(happening.event()),
                trace.equals(before) ? "" : trace);
    }

    /** The id of what it comes from; empty where none was kept. */
    static String trace(Happening happening) {
        return happening.trace().map(Trace::id).orElse("");
    }

    private static String kind(Event event) {
        return switch (event) {
            case Event.TargetMissed ignored -> "bad";
            case Event.LevelRaised ignored -> "bad";
            case Event.Reopened ignored -> "bad";
            case Event.RequestOverdue ignored -> "bad";
            case Event.DecisionOverdue ignored -> "bad";
            case Event.TargetWarned ignored -> "warn";
            case Event.HandoffOverdue ignored -> "warn";
            case Event.TargetWaived ignored -> "warn";
            case Event.Paused ignored -> "warn";
            case Event.TargetMet ignored -> "good";
            case Event.Resolved ignored -> "good";
            case Event.Closed ignored -> "good";
            case Event.CriterionMet ignored -> "good";
            case Event.RoleAssigned ignored -> "people";
            case Event.HandoffOffered ignored -> "people";
            case Event.HandoffAccepted ignored -> "people";
            case Event.HandoffDeclined ignored -> "people";
            default -> "";
        };
    }
}
