package dev.bellrope.core.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the week out over a year in UTC, without the holidays and with the special hours, and resolves clock changes. */
final class OpeningHours {
    private record Seconds(long start, long end) {}

    private final ZoneRules rules;
    private final Week week;
    private final Holidays holidays;
    private final SpecialHours special;

    OpeningHours(ZoneId zone, Week week, Holidays holidays, SpecialHours special) {
        this.rules = zone.getRules();
        this.week = week;
        this.holidays = holidays;
        this.special = special;
    }

    /** Returns the ranges that open on a date, in order. */
    List<TimeRange> on(LocalDate date) {
        return special.find(date)
                .orElseGet(() -> holidays.find(date).isPresent() ? List.of() : week.on(date.getDayOfWeek()));
    }

    /** Returns whether it opens in the last 28 years of the range; in 28 years every date falls on every weekday. */
    boolean everOpens() {
        LocalDate date = LocalDate.of(OpenYears.LAST_YEAR, 12, 31);
        for (LocalDate first = date.minusYears(28); date.isAfter(first); date = date.minusDays(1)) {
            if (!on(date).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the open times of a year in UTC. */
    OpenYear layOut(int year) {
        long from = LocalDate.of(year, 1, 1).toEpochDay() * TimeRange.DAY;
        long to = LocalDate.of(year + 1, 1, 1).toEpochDay() * TimeRange.DAY;
        List<Seconds> openings = new ArrayList<>();
        // A local date may be a day off UTC, and an overnight range may end a day after the date it belongs to.
        LocalDate last = LocalDate.of(year + 1, 1, 2);
        for (LocalDate date = LocalDate.of(year, 1, 1).minusDays(3); !date.isAfter(last); date = date.plusDays(1)) {
            addOpenings(date, openings);
        }
        openings.sort(Comparator.comparingLong(Seconds::start));
        long[] starts = new long[openings.size()];
        long[] ends = new long[openings.size()];
        int size = 0;
        for (Seconds opening : openings) {
            long start = Math.max(opening.start(), from);
            long end = Math.min(opening.end(), to);
            if (start >= end) {
                continue;
            }
            if (size > 0 && start <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], end);
            } else {
                starts[size] = start;
                ends[size++] = end;
            }
        }
        return new OpenYear(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }

    private void addOpenings(LocalDate date, List<Seconds> openings) {
        List<TimeRange> ranges = on(date);
        if (ranges.isEmpty() || isSkipped(date)) {
            return;
        }
        LocalDateTime midnight = date.atStartOfDay();
        for (TimeRange range : ranges) {
            long start = second(midnight.plusSeconds(range.from()), true);
            long end = second(midnight.plusSeconds(range.end()), false);
            if (start < end) { // otherwise a clock change skipped the whole range
                openings.add(new Seconds(start, end));
            }
        }
    }

    /** Returns whether the zone skipped a date by crossing the date line; such a date has no hours. */
    private boolean isSkipped(LocalDate date) {
        @Nullable ZoneOffsetTransition transition = rules.getTransition(date.atStartOfDay());
        return transition != null
                && transition.isGap()
                && !transition.getDateTimeAfter().isBefore(date.plusDays(1).atStartOfDay());
    }

    /**
     * Resolves a local time to an epoch second: a start is the first occurrence of an ambiguous time, an end the last;
     * a time in a gap moves forward by the gap.
     */
    private long second(LocalDateTime local, boolean first) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toEpochSecond(offsets.getFirst());
        }
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = rules.getTransition(local);
            return local.toEpochSecond(gap.getOffsetBefore());
        }
        return local.toEpochSecond(first ? offsets.getFirst() : offsets.getLast());
    }
}
