package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * An entry of the timeline on a page.
 *
 * @param kind how it looks: {@code good}, {@code bad}, {@code warn}, {@code people}, {@code note} or empty
 * @param visible whether the customer may read it
 * @param trace the id of its trace, if it differs from that of the entry before; else empty
 * @param html a note as sanitised HTML; empty for all else, where the line's text is shown
 */
public record TimelineEntry(
        RecordedEvent happening, Journal.JournalLine line, String kind, boolean visible, String trace, String html) {
    public static TimelineEntry of(RecordedEvent happening, String before, Journal journal, NoteHtml notes) {
        String trace = trace(happening);
        return new TimelineEntry(
                happening,
                journal.line(happening.event()),
                kind(happening.event()),
                Journal.isForCustomer(happening.event()),
                trace.equals(before) ? "" : trace,
                happening.event() instanceof Event.NoteAdded note ? notes.html(note.text()) : "");
    }

    /** Returns the id of the event's trace; empty if none was kept. */
    public static String trace(RecordedEvent happening) {
        return happening.trace().map(Trace::id).orElse("");
    }

    /** Returns the time of day, with the zone. */
    public String clock(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm z", Texts.language())
                .format(happening.at().atZone(zone));
    }

    /**
     * Returns how it passed between us and the customer: {@code to}, {@code from} or {@code shared}; empty for what is
     * ours.
     */
    public String passage() {
        return switch (happening.event()) {
            case Event.UpdateSent ignored -> "to";
            case Event.CustomerHeard ignored -> "from";
            case Event.NoteAdded note when note.shared() -> "shared";
            default -> "";
        };
    }

    /** Returns the text of an update that was sent; the line's text for all else. */
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
