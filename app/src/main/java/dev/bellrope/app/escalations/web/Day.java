package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.Happening;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Journal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A day of the timeline, by the reader's clock; the newest first, within it too. */
public record Day(LocalDate date, List<Moment> moments) {
    public Day {
        moments = List.copyOf(moments);
    }

    /** {@code Friday 6 March 2026}. */
    public String label() {
        return DateTimeFormatter.ofPattern(Texts.text("story.day"), Texts.language())
                .format(date);
    }

    /**
     * The story of a history.
     *
     * @param most how many lines at most, of the newest
     */
    static List<Day> of(List<Happening> history, Show show, int most, Journal journal, Prose prose) {
        ZoneId zone = journal.zone();
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = Math.max(0, history.size() - most); i < history.size(); i++) {
            String before = i == 0 ? "" : TimelineEntry.trace(history.get(i - 1));
            if (show.fits(history.get(i).event())) {
                entries.add(TimelineEntry.of(history.get(i), before, journal, prose));
            }
        }
        List<Day> days = new ArrayList<>();
        List<Moment> ofDay = new ArrayList<>();
        for (Moment moment : Moment.of(entries).reversed()) {
            if (!ofDay.isEmpty() && !date(moment, zone).equals(date(ofDay.getFirst(), zone))) {
                days.add(new Day(date(ofDay.getFirst(), zone), ofDay));
                ofDay.clear();
            }
            ofDay.add(moment);
        }
        if (!ofDay.isEmpty()) {
            days.add(new Day(date(ofDay.getFirst(), zone), ofDay));
        }
        return days;
    }

    private static LocalDate date(Moment moment, ZoneId zone) {
        return LocalDate.ofInstant(moment.lead().happening().at(), zone);
    }
}
