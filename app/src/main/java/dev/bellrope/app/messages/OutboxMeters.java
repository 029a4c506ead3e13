package dev.bellrope.app.messages;

import dev.bellrope.app.web.CachedFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meters of the backlog of messages, whichever node should send them. */
@Component
class OutboxMeters implements MeterBinder {
    private final CachedFigure<Map<String, BacklogTable.ChannelBacklog>> backlogs;

    OutboxMeters(JdbcClient client, Clock clock) {
        BacklogTable table = new BacklogTable(client);
        backlogs = new CachedFigure<>(() -> table.count(clock.instant()), clock);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String channel : List.of(BacklogTable.MAIL, BacklogTable.WEBHOOK)) {
            gauge("due", "Messages that are due and not sent; counting stops at 10,000", channel, one -> one.due())
                    .register(meters);
            gauge(
                            "oldest.due",
                            "How long the oldest of them has been due",
                            channel,
                            one -> one.oldest().toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(meters);
            gauge("retrying", "Messages that failed and are tried again", channel, one -> one.retrying())
                    .register(meters);
            gauge("held", "Messages that are held because no mail server is set", channel, one -> one.held())
                    .register(meters);
            gauge("dead", "Messages that were given up and that nobody has seen to", channel, one -> one.dead())
                    .register(meters);
        }
    }

    private Gauge.Builder<?> gauge(
            String name, String description, String channel, ToDoubleFunction<BacklogTable.ChannelBacklog> figure) {
        return Gauge.builder(
                        "bellrope.outbox." + name,
                        () -> figure.applyAsDouble(
                                backlogs.get().getOrDefault(channel, BacklogTable.ChannelBacklog.NONE)))
                .description(description)
                .tag("channel", channel);
    }
}
