package dev.bellrope.app.messages.kafka;

import dev.bellrope.app.messages.kafka.FeedTable.WaitingFeedEvent;
import dev.bellrope.app.messages.polling.AfterOutage;
import dev.bellrope.app.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes waiting events, one node at a time. An event is sent only once Kafka has the previous one of the same
 * escalation, so no event overtakes another, whatever fails or is repeated. A turn keeps nodes from publishing
 * everything twice; the order does not depend on it.
 */
final class FeedPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPublisher.class);
    private static final byte[] TYPE = "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);
    private static final int BATCH = 500;

    /**
     * Longer than a round can take: the time in which sends may begin, a wait for the brokers, and a wait for their
     * answer.
     */
    private static final Duration TURN = Duration.ofSeconds(20);

    /** What is not begun within this time is left to the next round. */
    private static final Duration BEGINNING = Duration.ofSeconds(5);

    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG, "bellrope-events",
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000,
            // No batching: the next event of an escalation is sent only after the answer to the previous one.
            ProducerConfig.LINGER_MS_CONFIG, 0);

    private final Settings.Kafka kafka;
    private final FeedTable table;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private @Nullable Producer<String, String> producer;
    private boolean away;

    FeedPublisher(Settings.Kafka kafka, FeedTable table, Clock clock) {
        this.kafka = kafka;
        this.table = table;
        this.clock = clock;
    }

    /** Runs one round and returns how many events it published. */
    int run() {
        if (table.list(1).isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        if (!table.takeTurn(node, now, now.plus(TURN))) {
            return 0;
        }
        List<WaitingFeedEvent> published = new ArrayList<>();
        try {
            publish(table.list(BATCH), published);
        } finally {
            AfterOutage.write(() -> {
                table.delete(published);
                table.endTurn(node);
            });
        }
        return published.size();
    }

    /** Publishes the first event of every escalation, then the second of each whose first is in Kafka, and so on. */
    private void publish(List<WaitingFeedEvent> waiting, List<WaitingFeedEvent> published) {
        long end = System.nanoTime() + BEGINNING.toNanos();
        Map<String, Queue<WaitingFeedEvent>> queues = new LinkedHashMap<>();
        waiting.forEach(one -> queues.computeIfAbsent(one.escalation(), key -> new ArrayDeque<>())
                .add(one));
        while (!queues.isEmpty() && System.nanoTime() < end) {
            List<WaitingFeedEvent> heads =
                    queues.values().stream().map(Queue::element).toList();
            List<WaitingFeedEvent> there = send(heads);
            published.addAll(there);
            if (there.size() < heads.size()) {
                return;
            }
            queues.values().forEach(Queue::remove);
            queues.values().removeIf(Collection::isEmpty);
        }
    }

    /** Sends events and returns those that Kafka has acknowledged. */
    private List<WaitingFeedEvent> send(List<WaitingFeedEvent> heads) {
        Map<WaitingFeedEvent, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        List<WaitingFeedEvent> there = new ArrayList<>();
        try {
            Producer<String, String> open = producer();
            for (WaitingFeedEvent one : heads) {
                Future<RecordMetadata> answer = open.send(message(one));
                sent.put(one, answer);
                if (answer.state() == Future.State.FAILED) {
                    break; // the send has already waited for the brokers, and so would each further one
                }
            }
            for (Map.Entry<WaitingFeedEvent, Future<RecordMetadata>> one : sent.entrySet()) {
                one.getValue().get();
                there.add(one.getKey());
            }
            wentWell();
        } catch (ExecutionException failed) {
            failed(failed.getCause());
        } catch (KafkaException failed) {
            failed(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return there;
    }

    private ProducerRecord<String, String> message(WaitingFeedEvent one) {
        ProducerRecord<String, String> message =
                new ProducerRecord<>(kafka.eventsTopic(), one.escalation(), one.body());
        message.headers().add("content-type", TYPE);
        return message;
    }

    private void wentWell() {
        if (away) {
            LOG.info("Events go to Kafka again");
            away = false;
        }
    }

    /** Closes the producer with what it still holds: a late answer would be of no use. */
    private void failed(@Nullable Throwable why) {
        if (!away) {
            LOG.warn("Events wait for Kafka: {}", String.valueOf(why));
            away = true;
        }
        close();
    }

    private Producer<String, String> producer() {
        Producer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(kafka.client(DEFAULTS), new StringSerializer(), new StringSerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public void close() {
        Producer<String, String> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
