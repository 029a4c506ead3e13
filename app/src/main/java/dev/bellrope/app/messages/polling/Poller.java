package dev.bellrope.app.messages.polling;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A thread that processes due rows, round by round, and sleeps in between: until it is woken, or for at most a second,
 * since rows may also come from other nodes.
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

    /** The work of one round. */
    @FunctionalInterface
    public interface PollTask {
        /** Processes some rows and returns how many; 0 if nothing is due. */
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

    /** Ends the sleep; inside a transaction, after its commit. */
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
                // The database may be unavailable for a while; the rows stay, and so does this thread.
                LOG.warn("{}: a round failed; retrying in {} s", name, AFTER_FAILURE.toSeconds(), failed);
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

    /** Stops the thread, and waits for its current round for a while. */
    @Override
    public void close() {
        running = false;
        wakes.release();
        try {
            if (!thread.join(STOPPING)) {
                LOG.warn("{}: the current round is left to its lease", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
