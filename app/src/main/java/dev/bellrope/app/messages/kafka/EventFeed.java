package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.app.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores events in the transaction in which they happen, and publishes them to Kafka from there; does nothing if Kafka
 * is not configured.
 */
public final class EventFeed implements AutoCloseable {
    private final URI source;
    private final FeedTable table;
    private final Clock clock;
    private final Optional<FeedPublisher> round;
    private final Optional<Poller> rounds;

    public EventFeed(Settings settings, JdbcClient client, Clock clock) {
        this.source = settings.baseUrl();
        this.table = new FeedTable(client);
        this.clock = clock;
        this.round = settings.kafka().map(kafka -> new FeedPublisher(kafka, table, clock));
        this.rounds = round.map(one -> new Poller("feed", one::run));
    }

    /**
     * The events that wait to be published, by any node.
     *
     * @param events the number of events, counted up to 10,000
     * @param oldest how long the oldest of them has been waiting
     */
    public record FeedBacklog(long events, Duration oldest) {
        static final FeedBacklog NONE = new FeedBacklog(0, Duration.ZERO);
    }

    public void start() {
        rounds.ifPresent(Poller::start);
    }

    /** Publishes events after the commit of the current transaction, those of an escalation in this order. */
    public void publish(List<PublishedEvent> events) {
        rounds.ifPresent(publishing -> {
            table.insert(
                    events.stream()
                            .map(one -> new FeedTable.NewFeedEvent(one.escalation(), FeedEvent.body(source, one)))
                            .toList(),
                    clock.instant());
            publishing.wake();
        });
    }

    public FeedBacklog backlog() {
        return rounds.isEmpty() ? FeedBacklog.NONE : table.backlog(clock.instant());
    }

    @Override
    public void close() {
        rounds.ifPresent(Poller::close);
        round.ifPresent(FeedPublisher::close);
    }
}
