package dev.bellrope.app.escalations.store;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of an escalation, with who caused it and when.
 *
 * @param sequence counts from 1 within the escalation, without gaps
 * @param actor a person's id, {@code system}, or a token's
 * @param actorName the name shown to people
 * @param trace the trace of the signal that it comes from; empty: it happened before traces were kept
 */
public record RecordedEvent(
        long sequence, Instant at, String actor, String actorName, Event event, Optional<Trace> trace) {
    /** Returns the name under which it is stored, such as {@code target-missed}; it never changes. */
    public String name() {
        return EventNames.of(event);
    }

    /** Returns the type by which programs know it, such as {@code escalation.target-missed}. */
    public String type() {
        return type(name());
    }

    /** Returns the type of the events stored under a name. */
    public static String type(String name) {
        return "escalation." + name;
    }

    /** Returns its content as the stored JSON. */
    public String body() {
        return StoredJson.body(event);
    }
}
