package dev.bellrope.core.simulation;

import dev.bellrope.core.clock.TargetClock;
import java.time.Instant;

/** A strike to come, in virtual time. */
sealed interface DueStrike {
    Instant at();

    long order();

    /** Orders by instant, then by which was armed first. */
    static int compare(DueStrike one, DueStrike other) {
        int byTime = one.at().compareTo(other.at());
        return byTime == 0 ? Long.compare(one.order(), other.order()) : byTime;
    }

    record OfTicket(Instant at, long order, String ticket, TargetClock.ClockStrike strike) implements DueStrike {}

    record OfEscalation(Instant at, long order, String key) implements DueStrike {}
}
