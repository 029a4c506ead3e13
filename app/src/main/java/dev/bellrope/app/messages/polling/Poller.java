package dev.bellrope.app.messages.polling;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A thread that works off what is due, round by round, and sleeps in between: until it is woken, or for a second at most, since a
 * row may come from another node.
 */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final String name;
    private final PollTask round;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /** One round. */
    @FunctionalInterface
    public interface PollTask {
        /** Works off some rows and says how many; 0: nothing is due. */
        int run();
    }

    public Poller(String name, PollTask round) {
        this.name = name;
        this.round = round;
    }

    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    /** Ends the sleep; inside a transaction: once it is committed. */
    public void wake() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wakes.release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakes.release();
            }
        });
    }

    private void loop() {
        while (running) {
            Duration pause;
            try {
                pause = round.run() > 0 ? Duration.ZERO : POLL;
            } catch (RuntimeException failed) {
                // The database may be away for a while; the rows stay, and so does this thread.
                LOG.warn("{}: a round failed and is tried again in {} s", name, AFTER_FAILURE.toSeconds(), failed);
                pause = AFTER_FAILURE;
            }
            sleep(pause);
        }
    }

    private void sleep(Duration pause) {
        try {
            if (running && pause.isPositive() && wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Lets the round at work end, for a while. */
    @Override
    public void close() {
        running = false;
        wakes.release();
        try {
            if (!thread.join(STOPPING)) {
                LOG.warn("{}: what is at work is left to its lease", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
