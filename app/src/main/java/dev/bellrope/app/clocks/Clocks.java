package dev.bellrope.app.clocks;

import dev.bellrope.app.escalations.DueAlarm;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Struck;
import dev.bellrope.app.escalations.Unstruck;
import dev.bellrope.app.web.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Strikes due alarms: those of escalations many in a transaction, those of tickets each in one of its own. */
@Component
public class Clocks {
    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    /** How many escalations are struck in one transaction: enough to share its cost, few enough that nobody waits long for one of them. */
    private static final int BATCH = 100;

    /** How many tickets are looked at in one go. */
    private static final int TICKETS = 50;

    /** How long the alarms of a subject rest when one of them failed; the others go on. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** How soon something is looked at again that somebody else has in hand. */
    static final Duration PATIENCE = Duration.ofMillis(20);

    private final Escalations escalations;
    private final Clock clock;
    private final Timer lateness;
    private final Counter failures;

    /** Until when, by subject. */
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** How many are struck one by one now, since one of them spoils the transaction of them all. */
    private final AtomicInteger suspects = new AtomicInteger();

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
        while (untilNext().filter(Duration.ZERO::equals).isPresent()) {
            int once = pass();
            struck += once;
            if (once == 0) {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
        }
        return struck;
    }

    /**
     * Strikes some of what is due.
     *
     * @return how many; zero also when somebody else has in hand what is due
     */
    int pass() {
        resting.values().removeIf(until -> !until.isAfter(clock.instant()));
        return strikeEscalations() + strikeTickets();
    }

    /**
     * Strikes some of what is due, by several threads while there is more than one has in hand at once.
     *
     * @param hands how many threads at most
     * @return how many struck
     */
    int passes(int hands) {
        int struck = pass();
        if (struck < BATCH || hands == 1) {
            return struck;
        }
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> passes = IntStream.range(0, hands)
                    .mapToObj(hand -> others.submit(this::pass))
                    .toList();
            for (Future<Integer> pass : passes) {
                struck += result(pass);
            }
        }
        return struck;
    }

    private static int result(Future<Integer> pass) {
        try {
            return pass.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** How long until something is due, resting ones left out: zero when something is; empty while nothing is armed. */
    Optional<Duration> untilNext() {
        Set<String> except = Set.copyOf(resting.keySet());
        Instant now = clock.instant();
        Optional<Instant> rested = resting.values().stream().min(Instant::compareTo);
        return Stream.of(escalations.findNextDue(except), rested)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO);
    }

    private int strikeEscalations() {
        boolean suspicious = suspects.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        try {
            Struck struck = escalations.strikeDue(suspicious ? 1 : BATCH, Set.copyOf(resting.keySet()));
            struck.failed().forEach(this::rest);
            return struck(struck.struck());
        } catch (Unstruck e) {
            if (Outage.caused(e)) {
                throw e; // nothing is wrong with the alarms; all of them wait for the database, and no longer
            }
            if (e.subjects().size() == 1) {
                rest(e.subjects().getFirst(), e);
            } else {
                suspects.set(e.subjects().size());
                LOG.warn(
                        "Striking {} together failed; they are struck one by one",
                        e.subjects().size(),
                        e);
            }
            return 0;
        }
    }

    private int strikeTickets() {
        int struck = 0;
        // What is due for the same ticket keeps its order, so whatever follows one that waits, waits with it.
        Set<String> waiting = new HashSet<>(resting.keySet());
        for (DueAlarm due : escalations.listDueOfTickets(TICKETS, waiting)) {
            if (!waiting.contains(due.subject())) {
                if (strikeTicket(due)) {
                    struck += struck(List.of(due));
                } else {
                    waiting.add(due.subject());
                }
            }
        }
        return struck;
    }

    private boolean strikeTicket(DueAlarm due) {
        try {
            return escalations.strikeTicket(due);
        } catch (RuntimeException e) {
            if (Outage.caused(e)) {
                throw e;
            }
            rest(due.subject(), e);
            return false;
        }
    }

    private int struck(List<DueAlarm> alarms) {
        Instant now = clock.instant();
        alarms.forEach(due -> lateness.record(Duration.between(due.alarm().at(), now)));
        return alarms.size();
    }

    private void rest(String subject, RuntimeException e) {
        LOG.error("Striking {} failed; tried again in {}", subject, REST, e);
        failures.increment();
        resting.put(subject, clock.instant().plus(REST));
    }
}
