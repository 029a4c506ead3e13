package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.web.CachedFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Meters of the events that wait for Kafka, whichever node should publish them; all zero if Kafka is not configured.
 */
@Component
class FeedMeters implements MeterBinder {
    private final CachedFigure<EventFeed.FeedBacklog> backlog;

    FeedMeters(EventFeed feed, Clock clock) {
        backlog = new CachedFigure<>(feed::backlog, clock);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("bellrope.kafka.events.waiting", () -> backlog.get().events())
                .description("Events that are not in Kafka yet; counting stops at 10,000")
                .register(meters);
        Gauge.builder(
                        "bellrope.kafka.events.oldest",
                        () -> backlog.get().oldest().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest of them has been waiting")
                .register(meters);
    }
}
