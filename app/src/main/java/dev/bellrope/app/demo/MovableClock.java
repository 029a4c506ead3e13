package dev.bellrope.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the demo: it can be set while the history is played, and then follows real time. */
final class MovableClock extends Clock {
    private volatile @Nullable Instant standing;

    /** Stops the clock at an instant. */
    void standAt(Instant instant) {
        standing = instant;
    }

    /** Lets the clock follow real time from now on. */
    void release() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant at = standing;
        return at == null ? wall() : at;
    }

    /** Returns the real time, whatever the clock shows. */
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
