package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.ticket.Ticket;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events and states as JSON: written once, read for ever; what a later version added is passed over. */
final class Kept {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Kept() {}

    static String body(Event event) {
        return JSON.writeValueAsString(event);
    }

    static Event event(String name, String body) {
        return JSON.readValue(body, EventNames.type(name));
    }

    static String state(Escalation escalation) {
        return JSON.writeValueAsString(escalation);
    }

    static Escalation escalation(String state) {
        return JSON.readValue(state, Escalation.class);
    }

    static String state(Ticket ticket) {
        return JSON.writeValueAsString(ticket);
    }

    static Ticket ticket(String state) {
        return JSON.readValue(state, Ticket.class);
    }
}
