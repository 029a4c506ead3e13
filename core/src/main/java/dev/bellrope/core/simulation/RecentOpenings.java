package dev.bellrope.core.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** The times at which escalations opened by themselves, kept as long as the guardrail needs them. */
final class RecentOpenings {
    private final Deque<Instant> times = new ArrayDeque<>();

    void add(Instant at) {
        times.addLast(at);
    }

    int inHourBefore(Instant now) {
        Instant since = now.minus(1, ChronoUnit.HOURS);
        while (!times.isEmpty() && !times.peekFirst().isAfter(since)) {
            times.removeFirst();
        }
        return times.size();
    }
}
