package dev.bellrope.app.intake;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Understands the bodies that one product sends. */
public interface WebhookParser {
    /** As in the address: {@code jira}. */
    String name();

    /** The product's name for people: {@code Jira}. */
    String title();

    /**
     * What a body says.
     *
     * @param source the name of the address: {@link #name()}, or {@code jira/berlin} where several send
     * @param received stands in for a time that the body does not tell
     * @return signals whose ids stay the same when the product delivers again
     * @throws SignalRefused when the body is not of that product; says which field was missed
     */
    List<Arrival> read(String source, JsonNode body, Instant received);

    /** A text that such a body always has. */
    default String required(JsonNode body, String pointer) {
        String text = JsonBodies.text(body, pointer);
        if (text.isEmpty()) {
            throw SignalRefused.at(pointer, "This is no " + title() + " webhook body: " + pointer + " is missing.");
        }
        return text;
    }

    /** An instant that such a body always has. */
    default Instant requiredInstant(JsonNode body, String pointer) {
        return JsonBodies.instant(required(body, pointer))
                .orElseThrow(() -> SignalRefused.at(pointer, "At " + pointer + " an ISO 8601 instant is expected."));
    }
}
