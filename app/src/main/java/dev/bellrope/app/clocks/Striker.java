package dev.bellrope.app.clocks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that strikes alarms on this node and sleeps until the next one. It sleeps by waiting for notifications of
 * the database, so an alarm that any node arms wakes every node.
 */
@Component("striker")
class Striker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Striker.class);

    /** The longest sleep without a notification: a node that died may have left alarms. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(15);

    /** How quickly a node notices that it is being stopped. */
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    /** How many threads strike at once if more is due than one transaction holds. */
    private static final int HANDS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private static final long MILLISECOND = 1_000_000;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clocks clocks;
    private final DataSource dataSource;
    private volatile @Nullable Thread thread;

    Striker(Clocks clocks, DataSource dataSource) {
        this.clocks = clocks;
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        // Set before the thread runs: a thread that does not find itself here would stop.
        Thread striking = Thread.ofPlatform().name("bellrope-striker").daemon().unstarted(this::run);
        thread = striking;
        striking.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen bellrope_alarm");
                strikeAndSleep(connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    LOG.warn("Alarms cannot be struck: {}; retrying in {}", e.getMessage(), AFTER_FAILURE);
                    rest();
                }
            }
        }
    }

    private void strikeAndSleep(PGConnection notifications) throws SQLException {
        while (isRunning()) {
            int struck = clocks.passes(HANDS);
            Duration wait = clocks.untilNext()
                    .filter(next -> next.compareTo(LONGEST_SLEEP) < 0)
                    .orElse(LONGEST_SLEEP);
            if (!wait.isZero()) {
                sleep(notifications, wait);
            } else if (struck == 0) {
                sleep(notifications, Clocks.PATIENCE);
            }
        }
    }

    /** Waits for a notification, with short intervals, since waiting for the database cannot be interrupted. */
    private void sleep(PGConnection notifications, Duration longest) throws SQLException {
        long end = System.nanoTime() + longest.toNanos();
        boolean woken = false;
        while (isRunning() && !woken && System.nanoTime() < end) {
            long left = Math.min(end - System.nanoTime(), LOOK_UP.toNanos());
            if (left < MILLISECOND) {
                LockSupport.parkNanos(left);
            } else {
                PGNotification[] heard = notifications.getNotifications(Math.toIntExact(left / MILLISECOND));
                woken = heard != null && heard.length > 0;
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
