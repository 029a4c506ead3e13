package dev.bellrope.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Figures that cost a query, refreshed only when they are older than some seconds: several meters share one answer, and
 * nobody can make the database count by requesting metrics over and over.
 */
public final class CachedFigure<F> {
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Supplier<F> source;
    private final Clock clock;
    private @Nullable CachedAnswer<F> last;

    public CachedFigure(Supplier<F> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    private record CachedAnswer<F>(F figures, Instant at) {}

    /** Returns the figures, at most five seconds old. */
    public synchronized F get() {
        Instant now = clock.instant();
        CachedAnswer<F> known = last;
        if (known == null || !now.isBefore(known.at().plus(GOOD_FOR))) {
            known = new CachedAnswer<>(source.get(), now);
            last = known;
        }
        return known.figures();
    }
}
