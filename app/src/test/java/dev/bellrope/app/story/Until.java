package dev.bellrope.app.story;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, with a bound, since what is waited for happens on threads and processes of its own. */
public final class Until {
    private static final Duration LOOK = Duration.ofMillis(50);

    private Until() {}

    /** Returns once it is true; fails with those words when it takes longer than that. */
    public static void isTrue(String what, Duration bound, BooleanSupplier condition) {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + bound.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }
}
