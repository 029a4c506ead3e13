package dev.bellrope.app.demo;

import dev.bellrope.core.escalation.Escalation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live part: once a second something may be heard, and colleagues look at what they have to do. */
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

    /** Whether an escalation is judged by the playbook of the live part. */
    static boolean isLive(Escalation escalation) {
        return escalation.playbook().startsWith(CompanySetup.LIVE + "@");
    }

    void start() {
        thread.start();
    }

    /** One beat. */
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
                // A demo goes on; what failed is tried again in a second.
                LOG.warn("The live part of the demo stumbled", failed);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
