package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that reads signals from Kafka on this node, if Kafka is configured. All nodes form one consumer group, so
 * each message goes to one of them. A message's offset is committed only after the message is stored, as a signal or as
 * unreadable: if a node dies while processing it, it is delivered again, and a duplicate signal does nothing.
 */
@Component
class KafkaIntake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    /**
     * Bounds a round even if the database is slow: after five minutes without a poll, Kafka would consider the node
     * dead.
     */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.GROUP_ID_CONFIG, "bellrope",
            ConsumerConfig.CLIENT_ID_CONFIG, "bellrope-signals",
            // Messages from before the first start are read too; old signals start nothing.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            // After this time, the other nodes take over the partitions of a node that died.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100,
            // How long a commit of offsets may wait for Kafka.
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);

    private final Settings settings;
    private final KafkaRecordProcessor processor;
    private final KafkaReadState reading;
    private volatile @Nullable Thread thread;
    private boolean waits;

    KafkaIntake(Settings settings, KafkaRecordProcessor processor, KafkaReadState reading) {
        this.settings = settings;
        this.processor = processor;
        this.reading = reading;
    }

    @Override
    public void start() {
        settings.kafka().ifPresent(kafka -> {
            // Set before the thread runs: a thread that does not find itself here would stop.
            Thread consuming =
                    Thread.ofPlatform().name("bellrope-kafka").daemon().unstarted(() -> run(kafka));
            thread = consuming;
            consuming.start();
        });
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            LockSupport.unpark(running);
            try {
                running.join(STOPPING);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run(Settings.Kafka kafka) {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer = consumer(kafka);
                    DeadLetterTopic deadLetters = new DeadLetterTopic(kafka)) {
                consumer.subscribe(List.of(kafka.signalsTopic()));
                reading.begins(consumer);
                Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
                while (isRunning()) {
                    boolean all = takeAll(consumer, deadLetters, done);
                    tell(consumer, done);
                    reading.look(consumer);
                    if (!all) {
                        rest();
                    }
                }
            } catch (RuntimeException failed) {
                // For example, hosts that cannot be resolved or that refuse the login.
                LOG.warn("Signals from Kafka are interrupted: {}; retrying in {}", said(failed), REST);
                rest();
            } finally {
                reading.ends();
            }
        }
    }

    private static Consumer<byte[], byte[]> consumer(Settings.Kafka kafka) {
        Map<String, Object> properties = kafka.client(DEFAULTS);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes the next messages; false if one of them has to wait, which will be read again. */
    private boolean takeAll(
            Consumer<byte[], byte[]> consumer,
            DeadLetterTopic deadLetters,
            Map<TopicPartition, OffsetAndMetadata> done) {
        ConsumerRecords<byte[], byte[]> messages = consumer.poll(POLL);
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        boolean all = true;
        for (TopicPartition partition : messages.partitions()) {
            for (ConsumerRecord<byte[], byte[]> message : messages.records(partition)) {
                boolean inTime = isRunning() && System.nanoTime() < end;
                if (!inTime || !isTaken(message, deadLetters)) {
                    // The messages behind it wait too, so that the signals of an account stay in order. Other
                    // partitions go on.
                    consumer.seek(partition, message.offset());
                    all = false;
                    break;
                }
                done.put(partition, new OffsetAndMetadata(message.offset() + 1));
            }
        }
        return all;
    }

    private boolean isTaken(ConsumerRecord<byte[], byte[]> message, DeadLetterTopic deadLetters) {
        try {
            processor.take(message, deadLetters);
            if (waits) {
                LOG.info("Reading signals from Kafka again");
                waits = false;
            }
            return true;
        } catch (KafkaRecordProcessor.DatabaseAway notNow) {
            if (!waits) {
                LOG.warn("Signals from Kafka wait: {}", said(notNow));
                waits = true;
            }
            return false;
        }
    }

    /** Commits the offsets of this node. If that fails, messages are delivered again, which does nothing. */
    private static void tell(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        done.keySet().retainAll(consumer.assignment());
        if (done.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(done);
            done.clear();
        } catch (RetriableException later) {
            LOG.debug("Offsets will be committed with the next ones", later);
        } catch (CommitFailedException others) {
            LOG.debug("Other nodes have taken over the partitions", others);
            done.clear();
        }
    }

    private void rest() {
        if (isRunning()) {
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    private static String said(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
