package dev.bellrope.app.insights;

import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.EscalationMeasures.PromiseEnd;
import dev.bellrope.core.insight.EscalationMeasures.PromiseOutcome;
import dev.bellrope.core.insight.TimeInState;
import dev.bellrope.core.insight.WorkingTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one escalation, folded from its events.
 *
 * @param sequence the number of the newest event in the fold
 * @param product the product area; empty if no ticket names one
 */
record FoldedEscalation(
        long sequence,
        String title,
        String status,
        String product,
        EscalationMeasures course,
        TimeInState stays,
        WorkingTimes worked) {
    /** A kind of promise, with the response tier at the time when it ended. */
    record PromiseKind(String target, String tier) {}

    /** How many promises were met, missed and stopped. */
    record PromiseEndings(int met, int missed, int stopped) {
        private static final PromiseEndings NONE = new PromiseEndings(0, 0, 0);

        private PromiseEndings with(PromiseEnd end) {
            return switch (end) {
                case MET -> new PromiseEndings(met + 1, missed, stopped);
                case MISSED -> new PromiseEndings(met, missed + 1, stopped);
                case STOPPED -> new PromiseEndings(met, missed, stopped + 1);
            };
        }
    }

    Map<PromiseKind, PromiseEndings> promises() {
        Map<PromiseKind, PromiseEndings> ended =
                new TreeMap<>(Comparator.comparing(PromiseKind::target).thenComparing(PromiseKind::tier));
        for (PromiseOutcome outcome : course.outcomes()) {
            ended.compute(
                    new PromiseKind(outcome.target(), outcome.tier()),
                    (kind, known) -> (known == null ? PromiseEndings.NONE : known).with(outcome.end()));
        }
        return ended;
    }

    /** Returns the milliseconds from the opening to an instant; null if it has not come. */
    @Nullable Long until(@Nullable Instant at) {
        return at == null || course.opened() == null
                ? null
                : Duration.between(course.opened(), at).toMillis();
    }

    /**
     * Returns the working time, in milliseconds, of the first promise of this kind that was kept; null if there is
     * none, or if the instant has not come.
     */
    @Nullable Long worked(String target, @Nullable Instant at) {
        return millis(worked.first(target), at);
    }

    /**
     * Returns the working time, in milliseconds, of the promise to resolve, summed over all reopenings; null if the
     * escalation is not resolved.
     */
    @Nullable Long workedUntilItHeld(@Nullable Instant resolved) {
        return millis(worked.sum("resolve"), resolved);
    }

    private static @Nullable Long millis(Optional<Duration> took, @Nullable Instant at) {
        return at == null ? null : took.map(Duration::toMillis).orElse(null);
    }
}
