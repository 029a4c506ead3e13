package dev.bellrope.app.intake.cloudevents;

import dev.bellrope.app.intake.Arrival;
import dev.bellrope.app.intake.JsonBodies;
import dev.bellrope.app.intake.SignalRefused;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads CloudEvents 1.0 in the structured and the binary mode of the HTTP binding
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md), and events that
 * another binding has parsed.
 */
public final class CloudEvents {
    private static final JsonFormat FORMAT = new JsonFormat().withForceExtensionNameLowerCaseDeserialization();
    private static final String HEADER = "ce-";
    private static final String TRACE = "traceparent";

    private CloudEvents() {}

    /**
     * Reads an event in the JSON format.
     *
     * @param received when the event was received, which replaces a missing time
     * @throws SignalRefused when it is not a CloudEvent
     */
    public static Arrival structured(JsonNode event, Instant received) {
        if (!event.isObject()) {
            throw SignalRefused.at("", "A CloudEvent is a JSON object.");
        }
        checkVersion(JsonBodies.text(event, "/specversion"));
        try {
            CloudEvent read = FORMAT.deserialize(JsonBodies.bytes(event));
            Map<String, Object> data =
                    event.has("data_base64") ? EventData.decoded(read) : EventData.of(read, event.path("data"));
            return arrival(read, data, event, received);
        } catch (EventDeserializationException | CloudEventRWException | IllegalArgumentException wrong) {
            throw wrong(wrong);
        }
    }

    /**
     * Reads an event whose attributes are headers and whose data is the body.
     *
     * @param headers the headers by name
     */
    public static Arrival binary(Headers headers, String contentType, byte[] body, Instant received) {
        checkVersion(headers.version());
        return read(() -> built(headers, contentType, body), received);
    }

    private static CloudEvent built(Headers headers, String contentType, byte[] body) {
        CloudEventBuilder builder = new CloudEventBuilder();
        headers.forEach((name, value) -> builder.withContextAttribute(name, PercentEncoding.decode(name, value)));
        if (!contentType.isEmpty()) {
            builder.withDataContentType(contentType);
        }
        if (body.length > 0) {
            builder.withData(body);
        }
        return builder.build();
    }

    /**
     * Reads an event that another binding parses.
     *
     * @param reading parses the event; may throw what the library throws
     * @throws SignalRefused when it is not a CloudEvent
     */
    public static Arrival read(Supplier<CloudEvent> reading, Instant received) {
        try {
            CloudEvent read = reading.get();
            checkVersion(read.getSpecVersion().toString());
            Map<String, Object> data = EventData.decoded(read);
            return arrival(read, data, JsonBodies.tree(data), received);
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException wrong) {
            throw wrong(wrong);
        }
    }

    /**
     * Creates the arrival, whose trace is that of the event's extension for distributed tracing: it names the original
     * cause, whoever has forwarded the event since.
     */
    private static Arrival arrival(CloudEvent event, Map<String, Object> data, JsonNode body, Instant received) {
        return Arrival.of(EventSignal.of(event, data, received), body)
                .by(event.getExtension(TRACE) instanceof String trace ? trace : null);
    }

    /** The headers of a request, by lower-case name. */
    public record Headers(Map<String, String> all) {
        /** Whether the headers announce an event in the binary mode. */
        public boolean announceEvent() {
            return all.containsKey(HEADER + "specversion");
        }

        /** Returns the {@code traceparent} of the request, if there is one. */
        public @Nullable String trace() {
            return all.get(TRACE);
        }

        String version() {
            return all.getOrDefault(HEADER + "specversion", "").strip();
        }

        void forEach(BiConsumer<String, String> attribute) {
            all.forEach((name, value) -> {
                if (name.startsWith(HEADER) && !name.equals(HEADER + "specversion")) {
                    attribute.accept(name.substring(HEADER.length()), value);
                }
            });
        }
    }

    private static void checkVersion(String version) {
        if (!version.equals(SpecVersion.V1.toString())) {
            throw SignalRefused.at(
                    "/specversion",
                    version.isEmpty()
                            ? "The specversion is missing; it must be 1.0."
                            : "The specversion " + version + " is not accepted; it must be 1.0.");
        }
    }

    private static SignalRefused wrong(RuntimeException thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage() == null ? "" : deepest.getMessage();
        if (thrown instanceof CloudEventRWException known
                && known.getKind() == CloudEventRWException.CloudEventRWExceptionKind.INVALID_ATTRIBUTE_VALUE
                && known.getCause() != null) {
            message = known.getMessage() + ": " + message;
        }
        // The library appends the position in its own source code, which nobody outside needs.
        return SignalRefused.at(
                "", "This is no CloudEvent 1.0: " + message.lines().findFirst().orElse("unreadable"));
    }
}
