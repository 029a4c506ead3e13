package dev.bellrope.app.intake.kafka;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.cloudevents.CloudEvents;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads a message as a CloudEvent in the structured or the binary mode of the Kafka binding
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md).
 */
final class KafkaEvent {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String VERSION = "ce_specversion";

    private KafkaEvent() {}

    /**
     * Reads the signal in a message.
     *
     * @throws SignalRefused when the message is not a CloudEvent
     */
    static Arrival read(ConsumerRecord<byte[], byte[]> message, Instant received) {
        return event(message, received).by(header(message, "traceparent"));
    }

    private static Arrival event(ConsumerRecord<byte[], byte[]> message, Instant received) {
        byte[] body = message.value() == null ? new byte[0] : message.value();
        if (body.length > JsonBodies.LARGEST_BODY) {
            throw SignalRefused.of(
                    SignalRefused.SignalRefusalReason.TOO_LARGE,
                    "The message is larger than " + JsonBodies.LARGEST_BODY + " bytes.");
        }
        String type = header(message, "content-type").toLowerCase(Locale.ROOT);
        if (type.replaceFirst(";.*", "").strip().equals(STRUCTURED)) {
            return CloudEvents.structured(JsonBodies.read(body), received);
        }
        if (header(message, VERSION).isEmpty()) {
            throw SignalRefused.of(
                    SignalRefused.SignalRefusalReason.UNKNOWN_TYPE,
                    "This is no CloudEvent: it has neither the header content-type with " + STRUCTURED
                            + " nor the header " + VERSION + ".");
        }
        return CloudEvents.read(
                () -> KafkaMessageFactory.createReader(message.headers(), body).toEvent(), received);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
