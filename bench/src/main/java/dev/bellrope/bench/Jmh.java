package dev.bellrope.bench;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What the rows have in common that JMH measures. */
public final class Jmh {
    private Jmh() {}

    /** For a smoke run: in this process, and hardly warmed up. */
    public static ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        return options.forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(100))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(200));
    }
}
