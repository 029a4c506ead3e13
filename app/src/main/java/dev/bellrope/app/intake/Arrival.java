package dev.bellrope.app.intake;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.signal.Signal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A signal as its source means it, before accounts are looked up.
 *
 * @param signal its account is the source's own word for it, or empty
 * @param body what the rules of the source look at
 * @param ignored why it needs nothing; empty: it is to be handled
 * @param trace that it came with; empty: it begins one
 */
public record Arrival(Signal signal, JsonNode body, String ignored, Optional<Trace> trace) {
    /** One to be handled. */
    public static Arrival of(Signal signal, JsonNode body) {
        return new Arrival(signal, body, "", Optional.empty());
    }

    /** One that needs nothing, and why. */
    public static Arrival ignored(Signal signal, JsonNode body, String why) {
        return new Arrival(signal, body, why, Optional.empty());
    }

    /**
     * The same, and what it came by.
     *
     * @param traceparent of the request or the message; of no account where the signal itself names one, or where it is none
     */
    public Arrival by(@Nullable String traceparent) {
        return new Arrival(signal, body, ignored, trace.or(() -> Trace.parse(traceparent)));
    }

    /** The same with another signal. */
    Arrival with(Signal other) {
        return new Arrival(other, body, ignored, trace);
    }

    /** The signal with another account, kind and data. */
    static Signal changed(Signal signal, String account, String kind, Map<String, Object> data) {
        return new Signal(
                signal.source(), signal.id(), kind, signal.at(), account, signal.ticket(), signal.summary(), data);
    }
}
