package dev.bellrope.app.intake;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Parses the webhook bodies of one product. */
public interface WebhookParser {
    /** Returns the name in the address: {@code jira}. */
    String name();

    /** Returns the product's name for people: {@code Jira}. */
    String title();

    /**
     * Reads the signals in a body.
     *
     * @param source the name of the address: {@link #name()}, or {@code jira/berlin} if several instances send
     * @param received replaces a time that the body does not tell
     * @return signals whose ids stay the same when the product redelivers the body
     * @throws SignalRefused when the body is not from this product; says which field is missing
     */
    List<Arrival> read(String source, JsonNode body, Instant received);

    /** Returns a text that every such body must have. */
    default String required(JsonNode body, String pointer) {
        String text = JsonBodies.text(body, pointer);
        if (text.isEmpty()) {
            throw SignalRefused.at(pointer, "This is no " + title() + " webhook body: " + pointer + " is missing.");
        }
        return text;
    }

    /** Returns an instant that every such body must have. */
    default Instant requiredInstant(JsonNode body, String pointer) {
        return JsonBodies.instant(required(body, pointer))
                .orElseThrow(() -> SignalRefused.at(pointer, "At " + pointer + " an ISO 8601 instant is expected."));
    }
}
