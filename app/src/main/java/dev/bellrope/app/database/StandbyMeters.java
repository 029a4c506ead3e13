package dev.bellrope.app.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;

/** Meters of where lists are read, and of the replica's lag; all zero if no replica is configured. */
final class StandbyMeters {
    private final Counter fromReplica;
    private final Counter fromPrimary;

    StandbyMeters(MeterRegistry meters, DoubleSupplier secondsBehind) {
        fromReplica = reads(meters, "replica");
        fromPrimary = reads(meters, "primary");
        Gauge.builder("bellrope.replica.behind", secondsBehind::getAsDouble)
                .description("How old a list is that is read from the replica")
                .baseUnit("seconds")
                .register(meters);
    }

    private static Counter reads(MeterRegistry meters, String from) {
        return Counter.builder("bellrope.replica.reads")
                .description("Lists that may be read from the replica, by where they were read")
                .tag("from", from)
                .register(meters);
    }

    void readFromReplica() {
        fromReplica.increment();
    }

    void readFromPrimary() {
        fromPrimary.increment();
    }
}
