package dev.bellrope.app.directory.web;

import static java.util.stream.Collectors.joining;

import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Interval;
import dev.bellrope.core.calendar.TimeRange;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A calendar for people to check: its week, its next openings, and its exceptional days.
 *
 * @param days Monday first
 * @param openings the next ten
 * @param shifts the clock changes of its zone within the next year
 * @param closed the holidays of the next year on days that would otherwise be open
 * @param special the dates of the next year with special hours
 */
public record CalendarView(
        ZoneId zone,
        List<WeekdayView> days,
        List<Opening> openings,
        List<Shift> shifts,
        List<ClosedDay> closed,
        List<SpecialDay> special) {
    private static final int OPENINGS = 10;
    /** How far to look for ten openings; a calendar that opens more rarely is shown with fewer. */
    private static final int WEEKS = 12;

    private static final int MINUTES = 24 * 60;

    /** A day of the regular week with its open parts. */
    public record WeekdayView(DayOfWeek day, List<OpenPart> parts) {}

    /**
     * An open part of a day.
     *
     * @param from minutes after midnight
     * @param words the range, such as {@code 08:00-12:00}; empty for the rest of the previous day's last range
     */
    public record OpenPart(int from, int to, String words) {}

    /** An opening, and whether the clocks change on one of its days. */
    public record Opening(Instant from, Instant until, boolean shifted) {}

    /** A clock change, with its signed offset. */
    public record Shift(Instant at, Duration by) {}

    /** A holiday on which it is closed. */
    public record ClosedDay(LocalDate date, String name) {}

    /** A date with other hours, such as {@code 08:00-11:00, 12:00-14:00}. */
    public record SpecialDay(LocalDate date, String hours) {}

    static CalendarView of(WorkingCalendar calendar, Instant now) {
        ZoneId zone = calendar.zone();
        List<Shift> shifts = shifts(zone, now);
        return new CalendarView(
                zone,
                days(calendar),
                openings(calendar, now, shifts),
                shifts,
                closed(calendar, now),
                special(calendar, now));
    }

    private static List<WeekdayView> days(WorkingCalendar calendar) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> {
                    List<OpenPart> parts = new ArrayList<>();
                    calendar.week().on(day.minus(1)).stream()
                            .filter(TimeRange::overnight)
                            .forEach(range -> parts.add(new OpenPart(0, minute(range.to()), "")));
                    calendar.week().on(day).forEach(range -> parts.add(part(range)));
                    return new WeekdayView(day, parts);
                })
                .toList();
    }

    private static OpenPart part(TimeRange range) {
        return new OpenPart(minute(range.from()), range.overnight() ? MINUTES : minute(range.to()), range.toString());
    }

    private static int minute(int second) {
        return second / 60;
    }

    private static List<Opening> openings(WorkingCalendar calendar, Instant now, List<Shift> shifts) {
        if (calendar.isAlways()) {
            return List.of();
        }
        List<Interval> found = calendar.openings(now, now.plus(7L * WEEKS, ChronoUnit.DAYS));
        return found.stream()
                .limit(OPENINGS)
                .map(one -> new Opening(one.start(), one.end(), isShifted(one, shifts, calendar.zone())))
                .toList();
    }

    private static boolean isShifted(Interval opening, List<Shift> shifts, ZoneId zone) {
        LocalDate first = opening.start().atZone(zone).toLocalDate();
        LocalDate last = opening.end().atZone(zone).toLocalDate();
        return shifts.stream()
                .map(shift -> shift.at().atZone(zone).toLocalDate())
                .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    private static List<Shift> shifts(ZoneId zone, Instant now) {
        List<Shift> shifts = new ArrayList<>();
        Instant end = now.plus(365, ChronoUnit.DAYS);
        var next = zone.getRules().nextTransition(now);
        while (next != null && next.getInstant().isBefore(end)) {
            shifts.add(new Shift(next.getInstant(), next.getDuration()));
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return shifts;
    }

    private static List<ClosedDay> closed(WorkingCalendar calendar, Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        List<ClosedDay> closed = new ArrayList<>();
        today.datesUntil(today.plusYears(1)).forEach(date -> {
            Optional<Holiday> holiday = calendar.holidays().find(date);
            if (holiday.isPresent()
                    && calendar.hoursOn(date).isEmpty()
                    && !calendar.week().on(date.getDayOfWeek()).isEmpty()) {
                closed.add(new ClosedDay(date, holiday.get().name()));
            }
        });
        return closed;
    }

    private static List<SpecialDay> special(WorkingCalendar calendar, Instant now) {
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return today.datesUntil(today.plusYears(1))
                .filter(date -> calendar.specialHours().find(date).isPresent())
                .map(date -> new SpecialDay(
                        date,
                        calendar.hoursOn(date).stream().map(TimeRange::toString).collect(joining(", "))))
                .toList();
    }
}
