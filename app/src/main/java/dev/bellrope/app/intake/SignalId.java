package dev.bellrope.app.intake;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by the order in which this node heard the signals: version 7 of RFC 9562, with a counter within the
 * millisecond, for two signals of one instant are handled in the order in which they came.
 */
final class SignalId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private SignalId() {}

    static UUID next(Instant now) {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() << COUNTER_BITS));
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0xFFF);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
