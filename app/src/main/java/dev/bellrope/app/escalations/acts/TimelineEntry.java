package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A line of the timeline on a page.
 *
 * @param kind how it looks: {@code good}, {@code bad}, {@code warn}, {@code people}, {@code note} or nothing
 * @param visible whether the customer may read it
 * @param trace the id of what it comes from, where that is not the same as of the line before it; else empty
 * @param html of a note, sanitised; else empty, and the line's text says it
 */
public record TimelineEntry(
        RecordedEvent happening, Journal.JournalLine line, String kind, boolean visible, String trace, String html) {
    public static TimelineEntry of(RecordedEvent happening, String before, Journal journal, NoteHtml prose) {
        String trace = trace(happening);
        return new TimelineEntry(
                happening,
                journal.line(happening.event()),
                kind(happening.event()),
                Journal.isForCustomer(happening.event()),
                trace.equals(before) ? "" : trace,
                happening.event() instanceof Event.NoteAdded note ? prose.html(note.text()) : "");
    }

    /** The id of what it comes from; empty where none was kept. */
    public static String trace(RecordedEvent happening) {
        return happening.trace().map(Trace::id).orElse("");
    }

    /** The time of its day, with the zone. */
    public String clock(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm z", Texts.language())
                .format(happening.at().atZone(zone));
    }

    /** How it passed between us and the customer: {@code to}, {@code from} or {@code shared}; empty for what is ours. */
    public String passage() {
        return switch (happening.event()) {
            case Event.UpdateSent ignored -> "to";
            case Event.CustomerHeard ignored -> "from";
            case Event.NoteAdded note when note.shared() -> "shared";
            default -> "";
        };
    }

    /** What was said, where it was said to or by the customer; else the line's text. */
    public String words() {
        return happening.event() instanceof Event.UpdateSent(String text, String channel) ? text : line.text();
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
            case Event.NoteAdded ignored -> "note";
            case Event.Attached ignored -> "note";
            case Event.RoleAssigned ignored -> "people";
            case Event.HandoffOffered ignored -> "people";
            case Event.HandoffAccepted ignored -> "people";
            case Event.HandoffDeclined ignored -> "people";
            default -> "";
        };
    }
}
