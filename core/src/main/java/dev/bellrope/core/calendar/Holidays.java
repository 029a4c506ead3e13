package dev.bellrope.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which a calendar is closed whatever the week says. A day is a date of the calendar's zone; a range of hours that starts
 * on it is closed entirely, the tail of one that started the evening before is not.
 *
 * @param days why days are closed; where two say the same day, the first is the one named
 * @param worked days switched back to ordinary days, one by one
 */
public record Holidays(List<Holiday> days, Set<LocalDate> worked) {
    /** No holidays at all. */
    public static final Holidays NONE = new Holidays(List.of(), Set.of());

    public Holidays {
        days = List.copyOf(days);
        worked = Set.copyOf(worked);
    }

    /** These holidays, none switched off. */
    public static Holidays of(List<? extends Holiday> days) {
        return new Holidays(List.copyOf(days), Set.of());
    }

    /**
     * Reads each text as {@link Holiday#parse} does.
     *
     * @param source where they come from, shown to people
     * @throws IllegalArgumentException for the first text that cannot be read
     */
    public static Holidays parse(List<String> texts, String source) {
        return of(texts.stream().map(text -> Holiday.parse(text, source)).toList());
    }

    /**
     * Reads the all-day events of an iCalendar file (RFC 5545): {@code DTSTART;VALUE=DATE}, an optional {@code DTEND} (exclusive),
     * {@code SUMMARY} as the name, and {@code RRULE:FREQ=YEARLY}, which begins with the year of {@code DTSTART}.
     *
     * @param source where the file comes from, shown to people
     * @throws IllegalArgumentException naming the line, if an event is not all-day or recurs in any other way
     */
    public static Holidays fromICalendar(String text, String source) {
        return of(new IcsHolidays(text, source).holidays());
    }

    /** Why {@code date} is closed; empty on an ordinary day, and on one that was switched off. */
    public Optional<Holiday> find(LocalDate date) {
        if (worked.contains(date)) {
            return Optional.empty();
        }
        for (Holiday day : days) {
            if (day.covers(date)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The same holidays, with {@code date} an ordinary day again. */
    public Holidays without(LocalDate date) {
        Set<LocalDate> more = new TreeSet<>(worked);
        more.add(date);
        return new Holidays(days, more);
    }

    /** Closed on every day that is closed by this or by {@code other}. */
    public Holidays union(Holidays other) {
        List<Holiday> both = new ArrayList<>(days);
        both.addAll(other.days);
        Set<LocalDate> open = new TreeSet<>(worked);
        open.addAll(other.worked);
        open.removeIf(date -> find(date).isPresent() || other.find(date).isPresent());
        return new Holidays(both, open);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return days.isEmpty();
    }
}
