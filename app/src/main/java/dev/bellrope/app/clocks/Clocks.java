package dev.bellrope.app.clocks;

import dev.bellrope.app.escalations.DueAlarm;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.web.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Strikes due alarms, each in a transaction of its own, in the order in which they are due. */
@Component
public class Clocks {
    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    /** How many are looked at in one go. */
    private static final int BATCH = 200;

    /** How long an alarm rests whose strike failed; the others go on. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** How soon something is looked at again that somebody else has in hand. */
    static final Duration PATIENCE = Duration.ofMillis(20);

    private final Escalations escalations;
    private final Clock clock;
    private final Timer lateness;
    private final Counter failures;
    private final Map<DueAlarm, Instant> resting = new ConcurrentHashMap<>();

    Clocks(Escalations escalations, Clock clock, MeterRegistry meters) {
        this.escalations = escalations;
        this.clock = clock;
        lateness = Timer.builder("bellrope.strike.lateness")
                .description("How long after its due time an alarm was struck")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        failures = Counter.builder("bellrope.strikes.failed")
                .description("Strikes that failed; each is tried again")
                .register(meters);
    }

    /**
     * Strikes everything that is due now, and waits for what other threads or nodes have in hand.
     *
     * @return how many this call struck
     */
    public int strikeDue() {
        int struck = 0;
        Pass pass = pass();
        while (pass.struck() > 0 || pass.busy()) {
            struck += pass.struck();
            if (pass.struck() == 0) {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
            pass = pass();
        }
        return struck;
    }

    /**
     * What one look at the due alarms came to.
     *
     * @param busy whether something due is in somebody else's hands
     * @param resting whether something due rests after a failure
     */
    record Pass(int struck, boolean busy, boolean resting) {}

    Pass pass() {
        Set<String> waiting = new HashSet<>();
        int struck = 0;
        boolean busy = false;
        boolean rests = false;
        for (DueAlarm alarm : escalations.listDue(BATCH)) {
            // What is due for the same escalation keeps its order, so whatever follows one that waits, waits with it.
            if (waiting.contains(alarm.subject())) {
                continue;
            }
            if (isResting(alarm)) {
                waiting.add(alarm.subject());
                rests = true;
                continue;
            }
            switch (strike(alarm)) {
                case STRUCK -> {
                    struck++;
                    lateness.record(Duration.between(alarm.alarm().at(), clock.instant()));
                }
                case GONE -> busy = true;
                case BUSY -> {
                    waiting.add(alarm.subject());
                    busy |= !isResting(alarm);
                    rests |= isResting(alarm);
                }
            }
        }
        return new Pass(struck, busy, rests);
    }

    /** When there is something to do again; empty while nothing is armed. */
    Optional<Instant> findNextDue() {
        return escalations.findNextDue();
    }

    private boolean isResting(DueAlarm alarm) {
        Instant until = resting.get(alarm);
        if (until == null) {
            return false;
        }
        if (clock.instant().isBefore(until)) {
            return true;
        }
        resting.remove(alarm);
        return false;
    }

    private Escalations.Strike strike(DueAlarm alarm) {
        try {
            return escalations.strike(alarm);
        } catch (RuntimeException e) {
            if (Outage.caused(e)) {
                throw e; // nothing is wrong with the alarm; all of them wait for the database, and no longer
            }
            LOG.error("Striking {} of {} failed; tried again in {}", alarm.alarm(), alarm.subject(), REST, e);
            failures.increment();
            resting.put(alarm, clock.instant().plus(REST));
            return Escalations.Strike.BUSY;
        }
    }
}
