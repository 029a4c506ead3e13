package dev.bellrope.app.clocks;

import dev.bellrope.app.alarms.AlarmStriker;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.DueAlarm;
import dev.bellrope.app.alarms.StrikeFailed;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.alarms.SubjectKind;
import dev.bellrope.app.web.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Strikes due alarms of every kind of subject, each kind with its own striker. */
@Component
public class Clocks {
    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    /** How long the alarms of a subject rest after one of them failed; others continue. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** How soon to look again at alarms that another thread or node is striking. */
    static final Duration PATIENCE = Duration.ofMillis(20);

    private final AlarmTable alarms;
    private final List<AlarmStriker> strikers;

    /** A pass that strikes this many suggests that more is due. */
    private final int much;

    private final Clock clock;
    private final Timer lateness;
    private final Counter failures;

    /** The end of each resting subject's rest. */
    private final Map<Subject, Instant> resting = new ConcurrentHashMap<>();

    /**
     * How many subjects of a kind are to be struck one by one, because one of them made their common transaction fail.
     */
    private final Map<SubjectKind, AtomicInteger> suspects = new EnumMap<>(SubjectKind.class);

    Clocks(AlarmTable alarms, List<AlarmStriker> strikers, Clock clock, MeterRegistry meters) {
        this.alarms = alarms;
        this.strikers = List.copyOf(strikers);
        much = strikers.stream().mapToInt(AlarmStriker::batch).max().orElseThrow();
        for (AlarmStriker striker : strikers) {
            if (suspects.put(striker.kind(), new AtomicInteger()) != null) {
                throw new IllegalStateException("two strike the same kind: " + striker.kind());
            }
        }
        if (suspects.size() < SubjectKind.values().length) {
            throw new IllegalStateException("nobody strikes some kinds; there are strikers of " + suspects.keySet());
        }
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
     * Strikes everything that is due now, and waits for what other threads or nodes are striking.
     *
     * @return how many alarms this call struck
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
     * Strikes some of the alarms that are due.
     *
     * @return how many were struck; also zero while others are striking what is due
     */
    int pass() {
        resting.values().removeIf(until -> !until.isAfter(clock.instant()));
        return strikers.stream().mapToInt(this::strike).sum();
    }

    /**
     * Strikes some of the alarms that are due, with several threads if one pass is not enough.
     *
     * @param hands the maximum number of threads
     * @return how many alarms were struck
     */
    int passes(int hands) {
        int struck = pass();
        if (struck < much || hands == 1) {
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

    /**
     * Returns how long until the next alarm is due, resting subjects excluded: zero if one is due now; empty if none is
     * armed.
     */
    Optional<Duration> untilNext() {
        Set<Subject> except = Set.copyOf(resting.keySet());
        Instant now = clock.instant();
        Optional<Instant> rested = resting.values().stream().min(Instant::compareTo);
        return Stream.of(alarms.findNext(except), rested)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO);
    }

    private int strike(AlarmStriker striker) {
        AtomicInteger suspected = Objects.requireNonNull(suspects.get(striker.kind()));
        boolean suspicious = suspected.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        try {
            StrikeResult struck = striker.strikeDue(suspicious ? 1 : striker.batch(), restingOf(striker.kind()));
            int done = struck(struck.struck());
            struck.failed().forEach(this::rest);
            return done;
        } catch (StrikeFailed e) {
            if (e.subjects().size() == 1) {
                rest(e.subjects().getFirst(), e);
            } else {
                endIfAway(e);
                suspected.set(e.subjects().size());
                LOG.warn(
                        "Striking {} subjects together failed; striking them one by one",
                        e.subjects().size(),
                        e);
            }
            return 0;
        }
    }

    private Set<String> restingOf(SubjectKind kind) {
        return resting.keySet().stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::key)
                .collect(Collectors.toSet());
    }

    /**
     * Rethrows an outage of the database: nothing is wrong with the alarms, and they need wait only until it is back.
     */
    private static void endIfAway(RuntimeException e) {
        if (Outage.caused(e)) {
            throw e;
        }
    }

    private int struck(List<DueAlarm> alarms) {
        Instant now = clock.instant();
        alarms.forEach(due -> lateness.record(Duration.between(due.alarm().at(), now)));
        return alarms.size();
    }

    private void rest(Subject subject, RuntimeException e) {
        endIfAway(e);
        LOG.error("Striking {} failed; retrying in {}", subject, REST, e);
        failures.increment();
        resting.put(subject, clock.instant().plus(REST));
    }
}
