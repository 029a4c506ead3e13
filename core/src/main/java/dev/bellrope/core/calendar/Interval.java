package dev.bellrope.core.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * An interval of time, half-open: it contains {@code start} but not {@code end}.
 *
 * @param start the first instant
 * @param end the first instant after it, later than {@code start}
 */
public record Interval(Instant start, Instant end) {

    /** @throws IllegalArgumentException if {@code end} is not after {@code start} */
    public Interval {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "an interval ends after it starts, but " + end + " is not after " + start);
        }
    }

    /** Returns its elapsed length, always positive. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Returns whether {@code at} lies in {@code [start, end)}. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
