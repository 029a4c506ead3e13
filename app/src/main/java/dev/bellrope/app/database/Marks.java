package dev.bellrope.app.database;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When the database had written how far, by our clock. What a standby has replayed as far as a mark, it has of before that instant; clocks
 * of other machines, and how long nothing was written, play no part.
 */
final class Marks {
    /** At one a second far more than the age at which a standby is of no use; what is older is forgotten, and it only seems older. */
    private static final int MOST = 1_000;

    private final Deque<Mark> ahead = new ArrayDeque<>();
    private Optional<Instant> passed = Optional.empty();

    private record Mark(long position, Instant at) {}

    /** Everything that was accepted before that instant lies before the position. */
    void add(long position, Instant at) {
        if (!ahead.isEmpty() && ahead.getLast().position() == position) {
            ahead.removeLast();
        }
        ahead.addLast(new Mark(position, at));
        if (ahead.size() > MOST) {
            ahead.removeFirst();
        }
    }

    /** As of when a standby is that has replayed as far as that; empty: as of before the first mark. */
    Optional<Instant> passed(long position) {
        while (!ahead.isEmpty() && ahead.getFirst().position() <= position) {
            passed = Optional.of(ahead.removeFirst().at());
        }
        return passed;
    }
}
