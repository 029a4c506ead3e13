package dev.bellrope.bench;

import dev.bellrope.core.calendar.TimeRange;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The peer: working time as most helpdesks began, one minute after the other along the wall clock. Exact to the minute. */
record MinuteSteps(WorkingCalendar calendar) {

    Instant plus(Instant start, Duration working) {
        long left = working.toMinutes();
        Instant at = start;
        while (left > 0) {
            if (isOpen(at)) {
                left--;
            }
            at = at.plusSeconds(60);
        }
        return at;
    }

    Duration between(Instant a, Instant b) {
        long minutes = 0;
        for (Instant at = a; at.isBefore(b); at = at.plusSeconds(60)) {
            if (isOpen(at)) {
                minutes++;
            }
        }
        return Duration.ofMinutes(minutes);
    }

    private boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(calendar.zone());
        int second = local.toLocalTime().toSecondOfDay();
        for (TimeRange range : calendar.week().on(local.getDayOfWeek())) {
            if (second >= range.from() && second < range.to()) {
                return calendar.holidays().find(local.toLocalDate()).isEmpty();
            }
        }
        return false;
    }
}
