package dev.bellrope.app.database;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records at which time, by our clock, the primary had written up to which position. A standby that has replayed up to
 * a mark has everything from before its instant; clocks of other machines and pauses between writes do not matter.
 */
final class WriteMarks {
    /** At one mark per second, far more than the age at which a standby becomes unusable. */
    private static final int MOST = 1_000;

    private final NavigableMap<Long, Instant> marks = new TreeMap<>();

    /** Adds a mark: everything accepted before this instant is before this position. */
    void add(long position, Instant at) {
        marks.put(position, at);
        if (marks.size() > MOST) {
            // The first mark stays: a standby behind it lacks what was there at the beginning.
            marks.remove(marks.higherKey(marks.firstKey()));
        }
    }

    /**
     * Finds the instant up to which a standby that has replayed to this position is complete at least; empty if it is
     * behind the first mark.
     */
    Optional<Instant> passed(long position) {
        return Optional.ofNullable(marks.floorEntry(position)).map(Map.Entry::getValue);
    }
}
