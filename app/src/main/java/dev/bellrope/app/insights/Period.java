package dev.bellrope.app.insights;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of days in a time zone.
 *
 * @param first the first day
 * @param last the last day
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
    /** The maximum length, three years: as many months as a chart can show. */
    public static final int MOST_DAYS = 1_100;

    /** Up to this length, about half a year, a chart is by week; beyond it, by month. */
    private static final int MOST_DAYS_BY_WEEK = 190;

    public Period {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException(first + " to " + last + " is no period of 1 to " + MOST_DAYS + " days");
        }
    }

    /** Returns a period of {@code days} days that ends with the day of an instant. */
    public static Period last(int days, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Period(today.minusDays(days - 1L), today, zone);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    public Instant begins() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** Returns the first instant after the period. */
    public Instant ends() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Returns the period of the same length just before this one. */
    public Period before() {
        return new Period(first.minusDays(days()), first.minusDays(1), zone);
    }

    public boolean isByWeek() {
        return days() <= MOST_DAYS_BY_WEEK;
    }

    /** Splits the period into weeks or months; the first and the last may be partial. */
    public List<Period> steps() {
        List<Period> steps = new ArrayList<>();
        for (LocalDate begins = first; !begins.isAfter(last); ) {
            LocalDate next = isByWeek()
                    ? begins.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                    : begins.with(TemporalAdjusters.firstDayOfNextMonth());
            LocalDate ends = next.minusDays(1);
            steps.add(new Period(begins, ends.isAfter(last) ? last : ends, zone));
            begins = next;
        }
        return List.copyOf(steps);
    }

    /** Finds the step that begins on a day. */
    public Optional<Period> findStep(String day) {
        return steps().stream()
                .filter(step -> step.first().toString().equals(day))
                .findFirst();
    }
}
