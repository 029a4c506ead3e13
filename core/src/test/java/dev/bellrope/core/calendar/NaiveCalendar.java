package dev.bellrope.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeMap;

/** The rules of working time said again in the plainest way: day by day, opening by opening, no tables. */
record NaiveCalendar(WorkingCalendar calendar) {

    boolean isOpen(Instant at) {
        LocalDate today = at.atZone(zone()).toLocalDate();
        return openings(today.minusDays(2), today.plusDays(1)).entrySet().stream()
                .anyMatch(opening -> !at.isBefore(opening.getKey()) && at.isBefore(opening.getValue()));
    }

    /** For {@code working} above zero. */
    Instant plus(Instant start, Duration working) {
        Duration left = working;
        Instant done = start; // everything before it is counted
        for (LocalDate date = start.atZone(zone()).toLocalDate().minusDays(2); ; date = date.plusDays(1)) {
            for (var opening : openings(date, date).entrySet()) {
                Instant from = opening.getKey().isAfter(done) ? opening.getKey() : done;
                if (!from.isBefore(opening.getValue())) {
                    continue;
                }
                Duration length = Duration.between(from, opening.getValue());
                if (length.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(length);
                done = opening.getValue();
            }
        }
    }

    Duration between(Instant a, Instant b) {
        Duration sum = Duration.ZERO;
        Instant done = a;
        LocalDate last = b.atZone(zone()).toLocalDate();
        for (var opening :
                openings(a.atZone(zone()).toLocalDate().minusDays(2), last).entrySet()) {
            Instant from = opening.getKey().isAfter(done) ? opening.getKey() : done;
            Instant to = opening.getValue().isBefore(b) ? opening.getValue() : b;
            if (from.isBefore(to)) {
                sum = sum.plus(Duration.between(from, to));
                done = to;
            }
        }
        return sum;
    }

    private TreeMap<Instant, Instant> openings(LocalDate first, LocalDate last) {
        TreeMap<Instant, Instant> openings = new TreeMap<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (TimeRange range : ranges(date)) {
                LocalDateTime close = range.to() <= range.from()
                        ? date.plusDays(1).atStartOfDay().plusSeconds(range.to())
                        : date.atStartOfDay().plusSeconds(range.to());
                Instant from = ZonedDateTime.of(date.atStartOfDay().plusSeconds(range.from()), zone())
                        .withEarlierOffsetAtOverlap()
                        .toInstant();
                Instant to = ZonedDateTime.of(close, zone())
                        .withLaterOffsetAtOverlap()
                        .toInstant();
                if (from.isBefore(to)) {
                    openings.merge(from, to, (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
        return openings;
    }

    private List<TimeRange> ranges(LocalDate date) {
        SpecialHours special = calendar.specialHours();
        if (special.once().containsKey(date)) {
            return special.once().getOrDefault(date, List.of());
        }
        for (var yearly : special.yearly().entrySet()) {
            if (date.getMonth() == yearly.getKey().getMonth()
                    && date.getDayOfMonth() == yearly.getKey().getDayOfMonth()) {
                return yearly.getValue();
            }
        }
        return calendar.holidays().find(date).isPresent()
                ? List.of()
                : calendar.week().on(date.getDayOfWeek());
    }

    private ZoneId zone() {
        return calendar.zone();
    }
}
