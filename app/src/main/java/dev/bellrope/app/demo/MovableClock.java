package dev.bellrope.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of a demo: stands where the history is put, then goes with the world. */
final class MovableClock extends Clock {
    private volatile @Nullable Instant standing;

    /** Stands still at that instant. */
    void standAt(Instant instant) {
        standing = instant;
    }

    /** Goes with the world from here on. */
    void release() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant at = standing;
        return at == null ? wall() : at;
    }

    /** The time of the world, wherever the clock stands. */
    static Instant wall() {
        return Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("Bellrope keeps instants; a zone is named where one is needed");
    }
}
