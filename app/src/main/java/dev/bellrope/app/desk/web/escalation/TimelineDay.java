package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.NoteHtml;
import dev.bellrope.app.escalations.acts.TimelineEntry;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.journal.Journal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A day of the timeline in the reader's zone; days and the groups within them are listed newest first. */
public record TimelineDay(LocalDate date, List<TimelineGroup> moments) {
    public TimelineDay {
        moments = List.copyOf(moments);
    }

    /** Returns a label such as {@code Friday 6 March 2026}. */
    public String label() {
        return DateTimeFormatter.ofPattern(Texts.text("story.day"), Texts.language())
                .format(date);
    }

    /**
     * Returns the days of a history.
     *
     * @param most the largest number of events, counted from the newest
     */
    static List<TimelineDay> of(
            List<RecordedEvent> history, TimelineFilter show, int most, Journal journal, NoteHtml notes) {
        ZoneId zone = journal.zone();
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = Math.max(0, history.size() - most); i < history.size(); i++) {
            String before = i == 0 ? "" : TimelineEntry.trace(history.get(i - 1));
            if (show.fits(history.get(i).event())) {
                entries.add(TimelineEntry.of(history.get(i), before, journal, notes));
            }
        }
        List<TimelineDay> days = new ArrayList<>();
        List<TimelineGroup> ofDay = new ArrayList<>();
        for (TimelineGroup group : TimelineGroup.of(entries).reversed()) {
            if (!ofDay.isEmpty() && !date(group, zone).equals(date(ofDay.getFirst(), zone))) {
                days.add(new TimelineDay(date(ofDay.getFirst(), zone), ofDay));
                ofDay.clear();
            }
            ofDay.add(group);
        }
        if (!ofDay.isEmpty()) {
            days.add(new TimelineDay(date(ofDay.getFirst(), zone), ofDay));
        }
        return days;
    }

    private static LocalDate date(TimelineGroup group, ZoneId zone) {
        return LocalDate.ofInstant(group.lead().happening().at(), zone);
    }
}
