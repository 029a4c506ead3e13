package dev.bellrope.bench.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Goes with the world, and can be made to stand while escalations are declared whose alarms are to be due at chosen instants. */
public final class StandingClock extends Clock {
    private volatile @Nullable Instant standing;

    public void standAt(Instant instant) {
        standing = instant;
    }

    public void goOn() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant at = standing;
        return at == null ? Instant.now() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
