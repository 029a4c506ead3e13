package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

    private final String name;
    private final ZoneId zone;
    private final Week week;
    private final Holidays holidays;
    private final @Nullable OpenYears years; // null when it never closes

    private WorkingCalendar(String name, ZoneId zone, Week week, Holidays holidays) {
        this.name = name;
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        this.years = week.equals(Week.ALWAYS) && holidays.isEmpty()
                ? null
                : new OpenYears(new OpeningHours(zone, week, holidays));
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
        ZoneId current = ZoneNames.canonical(name, zone);
        if (!new OpeningHours(current, week, holidays).everOpens()) {
            throw new IllegalArgumentException("the calendar \"" + name + "\" never opens: "
                    + (week.ranges().isEmpty()
                            ? "no day of its week has hours"
                            : "its holidays close every day that has hours (" + week + ")"));
        }
        return new WorkingCalendar(name, current, week, holidays);
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
        return years == null;
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
        if (working.isZero()) {
            return nextOpen(start);
        }
        return years == null ? elapsed(start, working) : years.plus(start, working);
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
        if (years == null) {
            return elapsed(end, working.negated());
        }
        if (working.isZero()) {
            return years.isOpen(end) ? end : years.previousClosing(end);
        }
        return years.minus(end, working);
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
        if (years == null) {
            OpenYears.yearOf(a);
            OpenYears.yearOf(b);
            return Duration.between(a, b);
        }
        return years.between(a, b);
    }

    /**
     * Whether {@code at} is working time; the closing instant is not.
     *
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public boolean isOpen(Instant at) {
        if (years == null) {
            OpenYears.yearOf(at);
            return true;
        }
        return years.isOpen(at);
    }

    /**
     * {@code at} itself when open, else the next opening.
     *
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public Instant nextOpen(Instant at) {
        return isOpen(at) || years == null ? at : years.nextOpening(at);
    }

    /**
     * The openings between two instants, in order, cut to them; one that never pauses is one interval.
     *
     * @return empty when nothing opens, or {@code to} is not after {@code from}
     * @throws DateTimeException beyond the years 1800 to 2399
     */
    public List<Interval> openings(Instant from, Instant to) {
        if (years == null) {
            OpenYears.yearOf(from);
            OpenYears.yearOf(to);
            return from.isBefore(to) ? List.of(new Interval(from, to)) : List.of();
        }
        return years.openings(from, to);
    }

    private static Instant elapsed(Instant at, Duration duration) {
        OpenYears.yearOf(at);
        OpenYears.bounded(duration);
        Instant result = at.plus(duration);
        OpenYears.yearOf(result);
        return result;
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
