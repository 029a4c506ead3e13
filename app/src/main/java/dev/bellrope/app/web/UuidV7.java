package dev.bellrope.app.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by the time they were made (RFC 9562, version 7): 48 bits of milliseconds, then 74 random ones.
 */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    /**
     * Makes an id that sorts after all that this node made this way before, even within a millisecond or if the clock
     * stands still.
     */
    public static UUID inOrder(Instant instant) {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, instant.toEpochMilli() << COUNTER_BITS));
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0xFFF);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Makes an id. */
    public static UUID next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000L | RANDOM.nextLong() >>> 52;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
