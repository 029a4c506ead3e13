package dev.bellrope.app.database;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the database had written how far, by our clock. What a standby has replayed as far as a mark, it has of before that instant; clocks
 * of other machines, and how long nothing was written, play no part.
 */
final class WriteMarks {
    /** At one a second far more than the age at which a standby is of no use. */
    private static final int MOST = 1_000;

    private final NavigableMap<Long, Instant> marks = new TreeMap<>();

    /** Everything that was accepted before that instant lies before the position. */
    void add(long position, Instant at) {
        marks.put(position, at);
        if (marks.size() > MOST) {
            // The first one stays: what is behind it misses what was there at the beginning.
            marks.remove(marks.higherKey(marks.firstKey()));
        }
    }

    /** As of when a standby is, or later, that has replayed as far as that; empty: as of before the first mark. */
    Optional<Instant> passed(long position) {
        return Optional.ofNullable(marks.floorEntry(position)).map(Map.Entry::getValue);
    }
}
