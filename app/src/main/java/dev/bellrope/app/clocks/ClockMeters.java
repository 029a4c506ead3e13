package dev.bellrope.app.clocks;

import dev.bellrope.app.alarms.AlarmBacklog;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.web.CachedFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Meters of whether clocks are struck in time, whichever node should strike them. */
@Component
class ClockMeters implements MeterBinder {
    private final CachedFigure<AlarmBacklog> backlog;

    ClockMeters(AlarmTable alarms, Clock clock) {
        backlog = new CachedFigure<>(() -> alarms.backlog(clock.instant()), clock);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bellrope.clocks.due", () -> backlog.get().due())
                .description("Clocks that are due and not struck, over all nodes; counting stops at 10,000")
                .register(meters);
        Gauge.builder("bellrope.clocks.oldest.due", () -> backlog.get().oldest().toMillis() / 1000.0)
                .description("How long the oldest of them has been due")
                .baseUnit("seconds")
                .register(meters);
    }
}
