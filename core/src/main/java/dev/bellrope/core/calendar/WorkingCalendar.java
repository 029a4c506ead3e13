package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Defines what counts as working time in one place: the opening hours of a week, holidays, special
 * hours on single dates, and one time zone.
 *
 * <p>The methods take instants; opening hours are on the zone's wall clock. Openings are half-open, so the closing
 * instant is closed, but a target that is used up exactly at closing time is due at that instant. Hours are elapsed
 * hours: a day of 25 hours that is open round the clock has 25. A wall-clock time that a clock change skips moves
 * forward by the gap. If a clock change repeats a time, an opening takes the first occurrence and a closing the last.
 *
 * <p>Immutable and thread-safe. Results are exact for the years 1800 to 2399; outside them every method throws {@link
 * DateTimeException}. A longer span costs no more than one addition per year.
 */
public final class WorkingCalendar {
    private static final WorkingCalendar ALWAYS =
            new WorkingCalendar("always", ZoneId.of("UTC"), Week.ALWAYS, Holidays.NONE, SpecialHours.NONE);

    private final String name;
    private final ZoneId zone;
    private final Week week;
    private final Holidays holidays;
    private final SpecialHours specialHours;
    private final @Nullable OpenYears years; // null if it never closes

    private WorkingCalendar(String name, ZoneId zone, Week week, Holidays holidays, SpecialHours specialHours) {
        this.name = name;
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        this.specialHours = specialHours;
        this.years = week.equals(Week.ALWAYS) && holidays.isEmpty() && specialHours.isEmpty()
                ? null
                : new OpenYears(new OpeningHours(zone, week, holidays, specialHours));
    }

    /**
     * Creates a calendar without special hours.
     *
     * @throws IllegalArgumentException like {@link #of(String, ZoneId, Week, Holidays, SpecialHours)}
     */
    public static WorkingCalendar of(String name, ZoneId zone, Week week, Holidays holidays) {
        return of(name, zone, week, holidays, SpecialHours.NONE);
    }

    /**
     * Creates a calendar.
     *
     * @param name its name in the playbook
     * @param zone a region such as {@code Europe/Prague}, or {@code UTC}; a deprecated name is replaced by its current
     *     one
     * @param specialHours the dates with other hours than the week and the holidays say
     * @throws IllegalArgumentException if it would never open (hours on a single date do not count), or if the zone is an offset such as {@code +02:00},
     *     which has no daylight saving time
     */
    public static WorkingCalendar of(
            String name, ZoneId zone, Week week, Holidays holidays, SpecialHours specialHours) {
        ZoneId current = ZoneNames.canonical(name, zone);
        if (!new OpeningHours(current, week, holidays, specialHours).everOpens()) {
            throw new IllegalArgumentException("the calendar \"" + name + "\" never opens: "
                    + (week.ranges().isEmpty()
                            ? "no day of its week has hours"
                            : "its holidays close every day that has hours (" + week + ")"));
        }
        return new WorkingCalendar(name, current, week, holidays, specialHours);
    }

    /** Returns the calendar named "always": 24x7, in UTC. */
    public static WorkingCalendar always() {
        return ALWAYS;
    }

    public String name() {
        return name;
    }

    /** Returns its time zone, under the zone's current name. */
    public ZoneId zone() {
        return zone;
    }

    public Week week() {
        return week;
    }

    public Holidays holidays() {
        return holidays;
    }

    /** Returns the dates with other hours than the week and the holidays say. */
    public SpecialHours specialHours() {
        return specialHours;
    }

    /** Returns the ranges that open on a date, in order; empty if it is closed. */
    public List<TimeRange> hoursOn(LocalDate date) {
        return new OpeningHours(zone, week, holidays, specialHours).on(date);
    }

    /** Returns whether it never closes, so that working time is elapsed time. */
    public boolean isAlways() {
        return years == null;
    }

    /**
     * Returns when {@code working} will be used up, counting from {@code start}.
     *
     * @param working not negative
     * @return the earliest such instant, which is the closing instant if it is used up exactly at closing time; {@link
     *     #nextOpen nextOpen(start)} if {@code working} is zero
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
     * Returns when {@code working} had to start, to be used up at {@code end}.
     *
     * @param working not negative
     * @return the latest such instant, which is the opening instant if it starts exactly at opening time; if {@code
     *     working} is zero, {@code end} itself when open, else the closing before it
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
     * Returns the working time from {@code a} to {@code b}; negative if {@code b} is before {@code a}.
     *
     * @throws DateTimeException outside the years 1800 to 2399
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
     * Returns whether {@code at} is working time; the closing instant is not.
     *
     * @throws DateTimeException outside the years 1800 to 2399
     */
    public boolean isOpen(Instant at) {
        if (years == null) {
            OpenYears.yearOf(at);
            return true;
        }
        return years.isOpen(at);
    }

    /**
     * Returns {@code at} itself if open, else the next opening.
     *
     * @throws DateTimeException outside the years 1800 to 2399
     */
    public Instant nextOpen(Instant at) {
        return isOpen(at) || years == null ? at : years.nextOpening(at);
    }

    /**
     * Returns the openings between two instants, in order, and cut off at these. Openings without a gap between them
     * are one interval.
     *
     * @return the openings; empty if nothing opens, or {@code to} is not after {@code from}
     * @throws DateTimeException outside the years 1800 to 2399
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

    /** Returns whether the other calendar has the same name, zone, week, holidays and special hours. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingCalendar that
                && name.equals(that.name)
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && specialHours.equals(that.specialHours);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, zone, week, holidays, specialHours);
    }

    @Override
    public String toString() {
        return name + " (" + week + " " + zone + ")";
    }
}
