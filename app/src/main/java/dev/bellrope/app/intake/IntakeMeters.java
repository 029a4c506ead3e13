package dev.bellrope.app.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts signals by source and result. */
@Component
class IntakeMeters {
    /**
     * The limit of distinct source tags: senders choose the name of their source, and each name adds a time series for
     * good.
     */
    private static final int MOST_SOURCES = 100;

    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    IntakeMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void heard(String source, String result) {
        if (sources.size() < MOST_SOURCES) {
            sources.add(source);
        }
        count(source, result);
    }

    /**
     * Counts a refused signal under its source if that was heard before, otherwise under {@code other}: a refused
     * signal may claim anything.
     */
    void refused(String source) {
        count(source, "refused");
    }

    private void count(String source, String result) {
        Counter.builder("bellrope.signals")
                .description("Signals heard")
                .tag("source", sources.contains(source) ? source : OTHER)
                .tag("result", result)
                .register(meters)
                .increment();
    }
}
