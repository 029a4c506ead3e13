package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.rounds.Rounds;
import dev.bellrope.app.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes events down with what happened, and publishes them from there; does nothing where no Kafka is set. */
public final class EventFeed implements AutoCloseable {
    private final URI source;
    private final FeedTable table;
    private final Clock clock;
    private final Optional<FeedRound> round;
    private final Optional<Rounds> rounds;

    public EventFeed(Settings settings, JdbcClient client, Clock clock) {
        this.source = settings.baseUrl();
        this.table = new FeedTable(client);
        this.clock = clock;
        this.round = settings.kafka().map(kafka -> new FeedRound(kafka, table, clock));
        this.rounds = round.map(one -> new Rounds("feed", one::run));
    }

    /**
     * What waits to be published, by any node.
     *
     * @param events counted up to 10,000
     * @param oldest how long the oldest of them has been waiting
     */
    public record Backlog(long events, Duration oldest) {
        static final Backlog NONE = new Backlog(0, Duration.ZERO);
    }

    public void start() {
        rounds.ifPresent(Rounds::start);
    }

    /** Publishes events once the transaction at hand is committed, those of an escalation in this order. */
    public void publish(List<PublishedEvent> events) {
        rounds.ifPresent(publishing -> {
            table.insert(
                    events.stream()
                            .map(one -> new FeedTable.Added(one.escalation(), FeedEvent.body(source, one)))
                            .toList(),
                    clock.instant());
            publishing.wake();
        });
    }

    public Backlog backlog() {
        return rounds.isEmpty() ? Backlog.NONE : table.backlog(clock.instant());
    }

    @Override
    public void close() {
        rounds.ifPresent(Rounds::close);
        round.ifPresent(FeedRound::close);
    }
}
