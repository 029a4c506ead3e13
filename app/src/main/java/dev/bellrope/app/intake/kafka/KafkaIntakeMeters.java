package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.CachedFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Meters of the signals from Kafka; all zero if Kafka is not configured. */
@Component
class KafkaIntakeMeters implements MeterBinder {
    /** Counting stops here, so that a flood does not slow down its own meter. */
    private static final int ENOUGH = 10_000;

    private final KafkaReadState reading;
    private final CachedFigure<Long> unreadable;

    KafkaIntakeMeters(Settings settings, KafkaReadState reading, UnreadableMessages messages, Clock clock) {
        this.reading = reading;
        unreadable = new CachedFigure<>(() -> settings.kafka().isEmpty() ? 0 : messages.count(ENOUGH), clock);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bellrope.kafka.signals.behind", reading::behind)
                .description("Messages of the topic of signals that wait for this node")
                .register(meters);
        Gauge.builder("bellrope.kafka.unreadable", unreadable::get)
                .description("Messages that cannot be read and that nobody has seen to; counting stops at 10,000")
                .register(meters);
    }
}
