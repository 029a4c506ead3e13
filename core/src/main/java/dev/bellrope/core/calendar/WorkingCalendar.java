package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an hour in one place: the opening hours of a week, holidays, and one time zone.
 *
 * <p>Questions are about instants; the wall clock is the zone's. Openings are half-open, so the closing instant is closed, and yet a
 * target used up exactly at closing time is due at that closing instant. Hours are real ones: a day of 25 hours that is
 * open around the clock has 25. A wall-clock time that the clocks skip moves forward by the gap; of one that they repeat, an opening takes
 * the first occurrence and a closing the last.
 *
 * <p>Immutable and safe for use by many threads. Answers are exact for the years 1800 to 2399; beyond them every method throws
 * {@link DateTimeException}. The cost does not grow with the span but by one addition a year.
 */
public final class WorkingCalendar {
    private static final WorkingCalendar ALWAYS =
            new WorkingCalendar("always", ZoneId.of("UTC"), Week.ALWAYS, Holidays.NONE);
    private static final int NANOS = 1_000_000_000;

    private final String name;
    private final ZoneId zone;
    private final Week week;
    private final Holidays holidays;
    private final @Nullable OpeningHours hours; // null when it never closes

    private WorkingCalendar(String name, ZoneId zone, Week week, Holidays holidays) {
        this.name = name;
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        this.hours = week.equals(Week.ALWAYS) && holidays.isEmpty() ? null : new OpeningHours(zone, week, holidays);
    }

    /**
     * A calendar.
     *
     * @param name what the playbook calls it
     * @param zone a region such as {@code Europe/Prague}, or {@code UTC}; a deprecated name is replaced by its current one
     * @throws IllegalArgumentException if it would never open, or if the zone is an offset such as {@code +02:00}, which knows no
     *     summer time
     */
    public static WorkingCalendar of(String name, ZoneId zone, Week week, Holidays holidays) {
        WorkingCalendar calendar = new WorkingCalendar(name, ZoneNames.canonical(name, zone), week, holidays);
        if (calendar.hours != null && !calendar.hours.everOpens()) {
            throw new IllegalArgumentException("the calendar \"" + name + "\" never opens: "
                    + (week.ranges().isEmpty()
                            ? "no day of its week has hours"
                            : "its holidays close every day that has hours (" + week + ")"));
        }
        return calendar;
    }

    /** The calendar named "always": 24x7, in UTC. */
    public static WorkingCalendar always() {
        return ALWAYS;
    }

    public String name() {
        return name;
    }

    /** Its zone, under the zone's current name. */
    public ZoneId zone() {
        return zone;
    }

    public Week week() {
        return week;
    }

    public Holidays holidays() {
        return holidays;
    }

    /** Whether it never closes, so that working time is elapsed time. */
    public boolean isAlways() {
        return hours == null;
    }

    /**
     * When {@code working} will have been used up, counting from {@code start}.
     *
     * @param working not negative
     * @return the earliest such instant, so the closing instant when it is used up exactly at closing time; for zero
     *     {@link #nextOpen nextOpen(start)}
     * @throws IllegalArgumentException if {@code working} is negative
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public Instant plus(Instant start, Duration working) {
        requireNotNegative(working);
        int year = year(start);
        if (working.isZero()) {
            return nextOpen(start);
        }
        if (hours == null) {
            return within(start, working);
        }
        OpenYear open = hours.year(year);
        long second = start.getEpochSecond();
        int nano = (open.isOpen(second) ? start.getNano() : 0) + working.getNano();
        long left = Math.addExact(open.openBefore(second), bounded(working)) + nano / NANOS;
        nano %= NANOS;
        while (left > open.total() || (left == open.total() && nano > 0)) {
            left -= open.total();
            open = hours.year(checked(++year));
        }
        return Instant.ofEpochSecond(nano > 0 ? open.latest(left) : open.earliest(left), nano);
    }

    /**
     * When {@code working} had to begin, to be used up at {@code end}.
     *
     * @param working not negative
     * @return the latest such instant, so the opening instant when it begins exactly at opening time; for zero {@code end} itself
     *     when open, else the closing before it
     * @throws IllegalArgumentException if {@code working} is negative
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public Instant minus(Instant end, Duration working) {
        requireNotNegative(working);
        int year = year(end);
        if (working.isZero()) {
            return isOpen(end) ? end : previousClose(end);
        }
        if (hours == null) {
            return within(end, working.negated());
        }
        OpenYear open = hours.year(year);
        long second = end.getEpochSecond();
        int nano = (open.isOpen(second) ? end.getNano() : 0) - working.getNano();
        long left = open.openBefore(second) - bounded(working) + Math.floorDiv(nano, NANOS);
        nano = Math.floorMod(nano, NANOS);
        while (left < 0) {
            open = hours.year(checked(--year));
            left += open.total();
        }
        return Instant.ofEpochSecond(open.latest(left), nano);
    }

    /**
     * The working time from {@code a} to {@code b}; negative when {@code b} is before {@code a}.
     *
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public Duration between(Instant a, Instant b) {
        if (b.isBefore(a)) {
            return between(b, a).negated();
        }
        int from = year(a);
        int to = year(b);
        if (hours == null) {
            return Duration.between(a, b);
        }
        OpenYear first = hours.year(from);
        OpenYear last = hours.year(to);
        long seconds = last.openBefore(b.getEpochSecond()) - first.openBefore(a.getEpochSecond());
        for (int year = from; year < to; year++) {
            seconds += hours.year(year).total();
        }
        int nanos = (last.isOpen(b.getEpochSecond()) ? b.getNano() : 0)
                - (first.isOpen(a.getEpochSecond()) ? a.getNano() : 0);
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * Whether {@code at} is working time; the closing instant is not.
     *
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public boolean isOpen(Instant at) {
        int year = year(at);
        return hours == null || hours.year(year).isOpen(at.getEpochSecond());
    }

    /**
     * {@code at} itself when open, else the next opening.
     *
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public Instant nextOpen(Instant at) {
        if (isOpen(at) || hours == null) {
            return at;
        }
        int year = year(at);
        int i = hours.year(year).endingAfter(at.getEpochSecond());
        while (i == hours.year(year).size()) {
            checked(++year);
            i = 0;
        }
        return Instant.ofEpochSecond(hours.year(year).start(i));
    }

    /**
     * The openings between two instants, in order, cut to them; one that never pauses is one interval.
     *
     * @return empty when nothing opens, or {@code to} is not after {@code from}
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public List<Interval> openings(Instant from, Instant to) {
        int year = year(from);
        int lastYear = year(to);
        List<Interval> openings = new ArrayList<>();
        if (hours == null) {
            add(openings, from, to);
            return List.copyOf(openings);
        }
        for (; year <= lastYear; year++) {
            OpenYear open = hours.year(year);
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
        if (!openings.isEmpty() && openings.getLast().end().equals(start)) {
            openings.set(
                    openings.size() - 1, new Interval(openings.getLast().start(), end)); // cut at the turn of the year
        } else {
            openings.add(new Interval(start, end));
        }
    }

    /** The last closing at or before a closed instant. */
    private Instant previousClose(Instant at) {
        int year = year(at);
        OpeningHours known = Objects.requireNonNull(hours);
        int i = known.year(year).startingBefore(at.getEpochSecond());
        while (i < 0) {
            i = known.year(checked(--year)).size() - 1;
        }
        return Instant.ofEpochSecond(known.year(year).end(i));
    }

    private Instant within(Instant at, Duration elapsed) {
        bounded(elapsed);
        Instant result = at.plus(elapsed);
        year(result);
        return result;
    }

    private long bounded(Duration working) {
        if (Math.abs(working.getSeconds() / (366L * Range.DAY)) > OpeningHours.LAST_YEAR - OpeningHours.FIRST_YEAR) {
            throw beyond();
        }
        return working.getSeconds();
    }

    private int year(Instant at) {
        long second = at.getEpochSecond();
        if (second < Instant.MIN.getEpochSecond() / 1000 || second > Instant.MAX.getEpochSecond() / 1000) {
            throw beyond();
        }
        return checked(LocalDate.ofEpochDay(Math.floorDiv(second, Range.DAY)).getYear());
    }

    private int checked(int year) {
        if (year < OpeningHours.FIRST_YEAR || year > OpeningHours.LAST_YEAR) {
            throw beyond();
        }
        return year;
    }

    private DateTimeException beyond() {
        return new DateTimeException("the calendar \"" + name + "\" answers for the years " + OpeningHours.FIRST_YEAR
                + " to " + OpeningHours.LAST_YEAR + "; this lies beyond them");
    }

    private static void requireNotNegative(Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time is not negative, but got " + working);
        }
    }

    /** Equal when name, zone, week and holidays are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingCalendar that
                && name.equals(that.name)
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, zone, week, holidays);
    }

    @Override
    public String toString() {
        return name + " (" + week + " " + zone + ")";
    }
}
