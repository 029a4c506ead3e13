package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Computes working time over years in UTC. Each year is laid out on first use, and kept.
 *
 * <p>Thread-safe: a year is immutable, and two threads that lay out the same year get the same result.
 */
final class OpenYears {
    /** The range of supported years; a result outside it would be a mistake rather than a promise. */
    static final int FIRST_YEAR = 1800;

    static final int LAST_YEAR = 2399;

    private static final int NANOS = 1_000_000_000;

    private final OpeningHours hours;
    private final AtomicReferenceArray<@Nullable OpenYear> years =
            new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    OpenYears(OpeningHours hours) {
        this.hours = hours;
    }

    /** Adds working time; {@code working} must be above zero. */
    Instant plus(Instant start, Duration working) {
        int year = yearOf(start);
        OpenYear open = get(year);
        long second = start.getEpochSecond();
        int nano = (open.isOpen(second) ? start.getNano() : 0) + working.toNanosPart();
        long left = open.openBefore(second) + bounded(working) + nano / NANOS;
        nano %= NANOS;
        while (left > open.total() || (left == open.total() && nano > 0)) {
            left -= open.total();
            open = get(++year);
        }
        return Instant.ofEpochSecond(nano > 0 ? open.latest(left) : open.earliest(left), nano);
    }

    /** Subtracts working time; {@code working} must be above zero. */
    Instant minus(Instant end, Duration working) {
        int year = yearOf(end);
        OpenYear open = get(year);
        long second = end.getEpochSecond();
        int nano = (open.isOpen(second) ? end.getNano() : 0) - working.toNanosPart();
        long left = open.openBefore(second) - bounded(working) + Math.floorDiv(nano, NANOS);
        nano = Math.floorMod(nano, NANOS);
        while (left < 0) {
            open = get(--year);
            left += open.total();
        }
        return Instant.ofEpochSecond(open.latest(left), nano);
    }

    /** Returns the working time between two instants; {@code b} must not be before {@code a}. */
    Duration between(Instant a, Instant b) {
        int from = yearOf(a);
        int to = yearOf(b);
        OpenYear first = get(from);
        OpenYear last = get(to);
        long seconds = last.openBefore(b.getEpochSecond()) - first.openBefore(a.getEpochSecond());
        for (int year = from; year < to; year++) {
            seconds += get(year).total();
        }
        int nanos = (last.isOpen(b.getEpochSecond()) ? b.getNano() : 0)
                - (first.isOpen(a.getEpochSecond()) ? a.getNano() : 0);
        return Duration.ofSeconds(seconds, nanos);
    }

    boolean isOpen(Instant at) {
        return get(yearOf(at)).isOpen(at.getEpochSecond());
    }

    /** Returns the first opening after a closed instant. */
    Instant nextOpening(Instant at) {
        int year = yearOf(at);
        OpenYear open = get(year);
        int i = open.endingAfter(at.getEpochSecond());
        while (i == open.size()) {
            open = get(++year);
            i = 0;
        }
        return Instant.ofEpochSecond(open.start(i));
    }

    /** Returns the last closing at or before a closed instant. */
    Instant previousClosing(Instant at) {
        int year = yearOf(at);
        OpenYear open = get(year);
        int i = open.startingBefore(at.getEpochSecond());
        while (i < 0) {
            open = get(--year);
            i = open.size() - 1;
        }
        return Instant.ofEpochSecond(open.end(i));
    }

    List<Interval> openings(Instant from, Instant to) {
        int lastYear = yearOf(to);
        List<Interval> openings = new ArrayList<>();
        for (int year = yearOf(from); year <= lastYear; year++) {
            OpenYear open = get(year);
            for (int i = open.endingAfter(from.getEpochSecond()); i < open.size(); i++) {
                Instant start = Instant.ofEpochSecond(open.start(i));
                Instant end = Instant.ofEpochSecond(open.end(i));
                add(openings, start.isBefore(from) ? from : start, end.isAfter(to) ? to : end);
            }
        }
        return List.copyOf(openings);
    }

    private static void add(List<Interval> openings, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            return;
        }
        if (!openings.isEmpty() && openings.getLast().end().equals(start)) { // split at the turn of the year
            openings.set(openings.size() - 1, new Interval(openings.getLast().start(), end));
        } else {
            openings.add(new Interval(start, end));
        }
    }

    private OpenYear get(int year) {
        checked(year);
        OpenYear known = years.get(year - FIRST_YEAR);
        if (known != null) {
            return known;
        }
        OpenYear laidOut = hours.layOut(year);
        years.set(year - FIRST_YEAR, laidOut);
        return laidOut;
    }

    /** Returns the year in UTC that contains {@code at}. */
    static int yearOf(Instant at) {
        return checked(LocalDate.ofEpochDay(Math.floorDiv(at.getEpochSecond(), TimeRange.DAY))
                .getYear());
    }

    /**
     * Returns the whole seconds of a duration, which may not be longer than all years together, so that later sums
     * cannot overflow.
     */
    static long bounded(Duration working) {
        if (Math.abs(working.toDays()) > 366L * (LAST_YEAR - FIRST_YEAR + 1)) {
            throw beyond();
        }
        return working.toSeconds();
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw beyond();
        }
        return year;
    }

    private static DateTimeException beyond() {
        return new DateTimeException("working time is reckoned for the years " + FIRST_YEAR + " to " + LAST_YEAR
                + "; this lies beyond them");
    }
}
