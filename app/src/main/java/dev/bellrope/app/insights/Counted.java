package dev.bellrope.app.insights;

import dev.bellrope.core.insight.Course;
import dev.bellrope.core.insight.Course.End;
import dev.bellrope.core.insight.Course.Outcome;
import dev.bellrope.core.insight.Stays;
import dev.bellrope.core.insight.Worked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One escalation, folded.
 *
 * @param sequence the number of the newest event in it
 * @param product the product area; empty where no ticket names one
 */
record Counted(long sequence, String title, String status, String product, Course course, Stays stays, Worked worked) {
    /** A kind of promise, by the response tier of the moment at which it ended. */
    record Kind(String target, String tier) {}

    /** How many promises ended how. */
    record Ended(int met, int missed, int stopped) {
        private static final Ended NONE = new Ended(0, 0, 0);

        private Ended with(End end) {
            return switch (end) {
                case MET -> new Ended(met + 1, missed, stopped);
                case MISSED -> new Ended(met, missed + 1, stopped);
                case STOPPED -> new Ended(met, missed, stopped + 1);
            };
        }
    }

    Map<Kind, Ended> promises() {
        Map<Kind, Ended> ended =
                new TreeMap<>(Comparator.comparing(Kind::target).thenComparing(Kind::tier));
        for (Outcome outcome : course.outcomes()) {
            ended.compute(
                    new Kind(outcome.target(), outcome.tier()),
                    (kind, known) -> (known == null ? Ended.NONE : known).with(outcome.end()));
        }
        return ended;
    }

    /** Milliseconds from the opening; null where it has not come. */
    @Nullable Long until(@Nullable Instant at) {
        return at == null || course.opened() == null
                ? null
                : Duration.between(course.opened(), at).toMillis();
    }

    /** In working time of the first promise of that kind that was kept; null where none was, or where it has not come. */
    @Nullable Long worked(String target, @Nullable Instant at) {
        return millis(worked.first(target), at);
    }

    /** In working time of the promise to resolve, over all times that it was reopened. */
    @Nullable Long workedUntilItHeld(@Nullable Instant resolved) {
        return millis(worked.sum("resolve"), resolved);
    }

    private static @Nullable Long millis(Optional<Duration> took, @Nullable Instant at) {
        return at == null ? null : took.map(Duration::toMillis).orElse(null);
    }
}
