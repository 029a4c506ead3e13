package dev.bellrope.app.escalations.store;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.EventNames;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of an escalation, with who did it and when.
 *
 * @param sequence counts from 1 within the escalation, without gaps
 * @param actor a person's id, {@code system}, or a token's
 * @param actorName as people read it
 * @param trace of the signal that it comes from; empty: it happened before traces were kept
 */
public record RecordedEvent(
        long sequence, Instant at, String actor, String actorName, Event event, Optional<Trace> trace) {
    /** The word under which it is kept, such as {@code target-missed}; it never changes. */
    public String name() {
        return EventNames.of(event);
    }

    /** The type under which programs hear of it, such as {@code escalation.target-missed}. */
    public String type() {
        return type(name());
    }

    /** The type of all that are kept under a name. */
    public static String type(String name) {
        return "escalation." + name;
    }

    /** What it says, as JSON, as it is kept. */
    public String body() {
        return StoredJson.body(event);
    }
}
