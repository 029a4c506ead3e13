package dev.bellrope.bench;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What the rows have in common that JMH measures. */
public final class Jmh {
    private Jmh() {}

    /** Unless it is for figures: in this process, and hardly warmed up. */
    public static ChainedOptionsBuilder sized(ChainedOptionsBuilder options, Extent extent) {
        if (extent == Extent.FULL) {
            return options;
        }
        return options.forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(extent.of(100, 0)))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(extent.of(200, 0)));
    }
}
