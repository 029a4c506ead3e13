package dev.bellrope.app.insights;

import dev.bellrope.app.RunningApp;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.BeanFactory;

/** Waits until everything that happened is counted. */
public final class CaughtUp {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final DueTable.ProjectionLag NOTHING = new DueTable.ProjectionLag(Optional.empty(), 0);

    private CaughtUp() {}

    public static void wait(RunningApp app) {
        wait(app.get(DueTable.class), app.get(InsightProjector.class));
    }

    public static void wait(BeanFactory beans) {
        wait(beans.getBean(DueTable.class), beans.getBean(InsightProjector.class));
    }

    /** Counts along with whoever does already; what is in hand is still due to whoever looks. */
    private static void wait(DueTable due, InsightProjector catching) {
        long end = System.nanoTime() + PATIENCE;
        while (!due.behind().equals(NOTHING)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still to be counted: " + due.behind());
            }
            if (catching.round() == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }
}
