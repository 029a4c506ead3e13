package dev.bellrope.core.insight;

import dev.bellrope.core.escalation.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The measures of many escalations together. Times are elapsed, round the clock. */
public final class Measures {
    /**
     * Tolerance for rounding: 0.07 x 100 is a little more than 7 in floating point, but must not select the eighth
     * value.
     */
    private static final double ROUNDING = 1e-9;

    private final Map<String, EscalationMeasures> courses = new LinkedHashMap<>();

    /** Adds the next event of an escalation. */
    public void add(String key, Instant at, Event event) {
        courses.computeIfAbsent(key, EscalationMeasures::new).add(at, event);
    }

    /** Returns the measures of each escalation, in the order in which they began. */
    public Collection<EscalationMeasures> courses() {
        return Collections.unmodifiableCollection(courses.values());
    }

    /** Counts the escalations of each kind, most frequent first, then by name. */
    public Map<String, Integer> count(Function<EscalationMeasures, String> kind) {
        Map<String, Integer> counts = new TreeMap<>();
        courses.values().forEach(measures -> counts.merge(kind.apply(measures), 1, Integer::sum));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /**
     * The number of promises by how they ended.
     *
     * @param met met in time
     * @param missed not met in time
     * @param stopped no longer owed before either happened
     */
    public record KeptPromises(int met, int missed, int stopped) {
        static final KeptPromises NONE = new KeptPromises(0, 0, 0);

        /** Returns the share of promises that were met among those met or missed, 0..1; empty if there were none. */
        public Optional<Double> share() {
            return met + missed == 0 ? Optional.empty() : Optional.of(met / (double) (met + missed));
        }

        KeptPromises with(EscalationMeasures.PromiseEnd end) {
            return switch (end) {
                case MET -> new KeptPromises(met + 1, missed, stopped);
                case MISSED -> new KeptPromises(met, missed + 1, stopped);
                case STOPPED -> new KeptPromises(met, missed, stopped + 1);
            };
        }
    }

    /** Counts promises by how they ended, grouped by any property of an outcome. */
    public Map<String, KeptPromises> kept(Function<EscalationMeasures.PromiseOutcome, String> group) {
        Map<String, KeptPromises> kept = new TreeMap<>();
        courses.values()
                .forEach(measures -> measures.outcomes()
                        .forEach(outcome -> kept.merge(
                                group.apply(outcome),
                                KeptPromises.NONE.with(outcome.end()),
                                (known, ignored) -> known.with(outcome.end()))));
        return kept;
    }

    /**
     * Returns the elapsed times from opening to something, shortest first, for the escalations in which it happened.
     */
    public List<Duration> elapsed(Function<EscalationMeasures, Optional<Instant>> until) {
        return courses.values().stream()
                .map(measures -> measures.opened() == null
                        ? null
                        : until.apply(measures)
                                .map(at -> Duration.between(measures.opened(), at))
                                .orElse(null))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /**
     * Returns a percentile of sorted values by the nearest-rank method, for a share of 0..1; empty if there are no
     * values.
     */
    public static <T> Optional<T> percentile(List<T> sorted, double share) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(share * sorted.size() - ROUNDING);
        return Optional.of(sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1)));
    }
}
