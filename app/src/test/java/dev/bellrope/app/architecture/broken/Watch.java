package dev.bellrope.app.architecture.broken;

import java.time.Instant;
import java.util.UUID;

/** Looks at the clock on the wall, and throws dice. */
class Watch {
    Instant late() {
        return Instant.now();
    }

    long early() {
        return System.currentTimeMillis();
    }

    UUID chance() {
        return UUID.randomUUID();
    }
}
