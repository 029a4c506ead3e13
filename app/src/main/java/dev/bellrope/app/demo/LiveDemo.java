package dev.bellrope.app.demo;

import dev.bellrope.core.escalation.Escalation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live part of the demo: once a second a signal may come in, and colleagues look at what they have to do. */
final class LiveDemo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDemo.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final LiveStream stream;
    private final Colleagues colleagues;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("demo").unstarted(this::run);
    private volatile boolean running = true;

    LiveDemo(LiveStream stream, Colleagues colleagues, Clock clock) {
        this.stream = stream;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Whether the playbook of the live part applies to an escalation. */
    static boolean isLive(Escalation escalation) {
        return escalation.playbook().startsWith(CompanySetup.LIVE + "@");
    }

    void start() {
        thread.start();
    }

    /** Runs one beat. */
    void tick() {
        Instant now = clock.instant();
        stream.tick(now);
        colleagues.tick(now);
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(BEAT);
                if (running) {
                    tick();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                // The demo continues; what failed is retried in a second.
                LOG.warn("A beat of the live demo failed", failed);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
