package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka topic for unreadable messages: each is stored unchanged, with headers that say where it came from and why
 * it was rejected.
 */
final class DeadLetterTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "bellrope-dead-letters",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            10_000,
            // The message came through Kafka, so Kafka accepts it; only the headers are longer.
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            100 * 1024 * 1024,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "gzip");

    private final Settings.Kafka kafka;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetterTopic(Settings.Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Publishes a message and returns once Kafka has acknowledged it.
     *
     * @throws KafkaException when Kafka did not acknowledge it, or the outcome is unknown
     */
    void add(ConsumerRecord<byte[], byte[]> message, String why) {
        try {
            send(message, message.value(), why);
        } catch (RecordTooLargeException beyond) {
            send(message, null, why + " It is too large for this topic; its place in the other one is in the headers.");
        }
    }

    private void send(ConsumerRecord<byte[], byte[]> message, byte @Nullable [] value, String why) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(kafka.deadLetterTopic(), null, message.key(), value, message.headers());
        Headers headers = letter.headers();
        header(headers, "bellrope-why", why);
        header(headers, "bellrope-topic", message.topic());
        header(headers, "bellrope-partition", String.valueOf(message.partition()));
        header(headers, "bellrope-offset", String.valueOf(message.offset()));
        try {
            producer().send(letter).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new KafkaException("no answer within " + PATIENCE.toSeconds() + " s", slow);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the producer, which is created on first use, since it is hardly ever needed. */
    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> made = producer;
        if (made == null) {
            made = new KafkaProducer<>(kafka.client(DEFAULTS), new ByteArraySerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
