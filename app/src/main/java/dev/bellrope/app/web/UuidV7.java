package dev.bellrope.app.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids that sort by the time they were made (RFC 9562, version 7): 48 bits of milliseconds, then 74 random ones. */
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** The next one. */
    public static UUID next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000L | RANDOM.nextLong() >>> 52;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
