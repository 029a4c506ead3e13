package dev.bellrope.app.messages.polling;

import dev.bellrope.app.web.Outage;
import java.time.Duration;

/**
 * Records what the other side has accepted, even if the database is unavailable just then: what is not recorded is sent
 * again.
 */
public final class AfterOutage {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Shorter than the lease, after which another node may have the row. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private AfterOutage() {}

    /** Retries until it is written, or until the row may no longer be ours. */
    public static void write(Runnable writing) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                writing.run();
                return;
            } catch (RuntimeException failed) {
                if (!Outage.caused(failed) || System.nanoTime() > end) {
                    throw failed;
                }
                pause(failed);
            }
        }
    }

    private static void pause(RuntimeException failed) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }
}
