package dev.bellrope.app.intake;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by the time they were made (RFC 9562, version 7). */
final class SignalId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SignalId() {}

    static UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000L | RANDOM.nextLong() >>> 52;
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
