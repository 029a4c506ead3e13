package dev.bellrope.app.messages.rounds;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort by the order in which this process made them: version 7 of RFC 9562 with a counter within the millisecond. */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedId() {}

    /** A new one, after all earlier ones. */
    public static UUID at(Instant instant) {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, instant.toEpochMilli() << COUNTER_BITS));
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0xFFF);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
