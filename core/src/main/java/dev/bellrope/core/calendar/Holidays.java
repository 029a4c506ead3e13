package dev.bellrope.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which a calendar is closed whatever the week says. A day is a date in the calendar's time zone. Opening
 * hours that start on that date are closed entirely; the rest of those that started the evening before are not.
 *
 * @param days why days are closed; if two cover the same day, the first counts
 * @param worked single days that are ordinary days again
 */
public record Holidays(List<Holiday> days, Set<LocalDate> worked) {
    /** No holidays. */
    public static final Holidays NONE = new Holidays(List.of(), Set.of());

    public Holidays {
        days = List.copyOf(days);
        worked = Set.copyOf(worked);
    }

    /** Creates holidays without any day switched back. */
    public static Holidays of(List<? extends Holiday> days) {
        return new Holidays(List.copyOf(days), Set.of());
    }

    /**
     * Parses each text like {@link Holiday#parse}.
     *
     * @param source their source, shown to people
     * @throws IllegalArgumentException for the first text that cannot be parsed
     */
    public static Holidays parse(List<String> texts, String source) {
        return of(texts.stream().map(text -> Holiday.parse(text, source)).toList());
    }

    /** Finds out why a date is closed; empty on an ordinary day, and on one that was switched back. */
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

    /** Returns these holidays with a date switched back to an ordinary day. */
    public Holidays without(LocalDate date) {
        Set<LocalDate> more = new TreeSet<>(worked);
        more.add(date);
        return new Holidays(days, more);
    }

    /** Returns holidays that are closed on every day that these or the others close. */
    public Holidays union(Holidays other) {
        List<Holiday> both = new ArrayList<>(days);
        both.addAll(other.days);
        Set<LocalDate> open = new TreeSet<>(worked);
        open.addAll(other.worked);
        open.removeIf(date -> find(date).isPresent() || other.find(date).isPresent());
        return new Holidays(both, open);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return days.isEmpty();
    }
}
