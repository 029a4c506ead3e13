package dev.bellrope.app.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what is heard, by source and by what became of it. */
@Component
class IntakeMeters {
    /** Whoever sends signals names their source; each name is a row of every scrape for good. */
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

    /** Of a source that was heard before, or of others: what is refused may say anything. */
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
