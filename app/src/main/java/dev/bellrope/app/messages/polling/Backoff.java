package dev.bellrope.app.messages.polling;

import java.time.Duration;
import java.util.UUID;

/** Computes how long to wait before a retry. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    /**
     * Returns a pause that doubles from half a minute to half an hour, give or take a quarter, so that what failed
     * together is not retried together; always the same for the same id and attempt.
     *
     * @param attempts how many attempts have failed so far, at least 1
     */
    public static Duration after(UUID id, int attempts) {
        long doubled = FIRST.toMillis() << Math.min(attempts - 1, 10);
        return spread(Duration.ofMillis(Math.min(doubled, LONGEST.toMillis())), id, attempts);
    }

    /** Returns a duration, give or take a quarter. */
    public static Duration spread(Duration length, UUID id, int attempts) {
        int thousandths = 750 + Math.floorMod((id.hashCode() + attempts) * 0x9E37_79B1, 501);
        return length.multipliedBy(thousandths).dividedBy(1000);
    }
}
