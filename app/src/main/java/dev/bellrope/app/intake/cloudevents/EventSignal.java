package dev.bellrope.app.intake.cloudevents;

import dev.bellrope.core.signal.Signal;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps the attributes of an event to a signal. */
final class EventSignal {
    private EventSignal() {}

    static Signal of(CloudEvent event, Map<String, Object> data, Instant received) {
        Map<String, Object> facts = new LinkedHashMap<>(data);
        for (String name : event.getExtensionNames()) {
            Object value = event.getExtension(name);
            if (value != null) {
                facts.putIfAbsent(name, fact(value));
            }
        }
        OffsetDateTime time = event.getTime();
        Object account = event.getExtension("account");
        return new Signal(
                event.getSource().toString(),
                event.getId(),
                event.getType(),
                time == null ? received : time.toInstant(),
                account == null ? text(data, "account") : account.toString().strip(),
                subject(event.getSubject()),
                text(data, "summary").isEmpty() ? text(data, "title") : text(data, "summary"),
                facts);
    }

    private static String subject(@Nullable String subject) {
        return subject == null ? "" : subject.strip();
    }

    private static String text(Map<String, Object> data, String name) {
        return data.get(name) instanceof String text ? text.strip() : "";
    }

    /** Returns an extension as a fact: extensions are texts, booleans, whole numbers, bytes, URIs and instants. */
    private static Object fact(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.longValue();
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case OffsetDateTime time -> time.toInstant().toString();
            case URI address -> address.toString();
            default -> value.toString();
        };
    }
}
