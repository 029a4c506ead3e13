package dev.bellrope.app.escalations.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import dev.bellrope.core.ticket.Ticket;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes events and states as JSON, which is written once and read for ever: unknown fields, which a later
 * version may have added, are ignored, and nulls are not written.
 */
public final class StoredJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private StoredJson() {}

    public static String body(Event event) {
        return JSON.writeValueAsString(event);
    }

    public static Event event(String name, String body) {
        return JSON.readValue(body, EventNames.type(name));
    }

    /** Reads an event from a line of an archived history; empty if the line is something else. */
    static Optional<RecordedEvent> archived(String line) {
        JsonNode event = JSON.readTree(line).path("event");
        return event.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RecordedEvent(
                        event.required("sequence").longValue(),
                        OffsetDateTime.parse(event.required("at").stringValue()).toInstant(),
                        event.required("actor").stringValue(),
                        event.required("actor_name").stringValue(),
                        JSON.treeToValue(
                                event.required("body"),
                                EventNames.type(event.required("name").stringValue())),
                        Trace.parse(event.path("trace").stringValue(""))));
    }

    static String state(Escalation escalation) {
        return JSON.writeValueAsString(escalation);
    }

    public static Escalation escalation(String state) {
        return JSON.readValue(state, Escalation.class);
    }

    static String state(Ticket ticket) {
        return JSON.writeValueAsString(ticket);
    }

    static Ticket ticket(String state) {
        return JSON.readValue(state, Ticket.class);
    }
}
