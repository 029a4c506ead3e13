package dev.bellrope.app.messages.polling;

import dev.bellrope.app.web.Outage;
import java.time.Duration;

/** Writes down what the other side has accepted, also when the database is away just then: what is not written down is sent again. */
public final class AfterOutage {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Shorter than the lease, after which somebody else may have it in hand. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private AfterOutage() {}

    /** Tries until it is written, or for as long as the row is ours. */
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
