package dev.bellrope.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that says what another one says; which one can be changed. */
final class SwitchableClock extends Clock {
    private volatile Clock clock;

    SwitchableClock(Clock first) {
        this.clock = first;
    }

    void follow(Clock other) {
        clock = other;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
