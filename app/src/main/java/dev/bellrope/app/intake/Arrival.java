package dev.bellrope.app.intake;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.signal.Signal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A signal as its source sent it, before its account is looked up.
 *
 * @param signal whose account is the source's own word for it, or empty
 * @param body the body that the intake rules of the source look at
 * @param ignored the reason why nothing needs to be done; empty if the signal is to be handled
 * @param trace the trace that the signal came with; if empty, it begins one
 */
public record Arrival(Signal signal, JsonNode body, String ignored, Optional<Trace> trace) {
    /** Returns an arrival that is to be handled. */
    public static Arrival of(Signal signal, JsonNode body) {
        return new Arrival(signal, body, "", Optional.empty());
    }

    /** Returns an arrival that needs no handling, with the reason. */
    public static Arrival ignored(Signal signal, JsonNode body, String why) {
        return new Arrival(signal, body, why, Optional.empty());
    }

    /**
     * Returns this arrival as part of the trace of the request or message that brought it.
     *
     * @param traceparent the header of the request or message; disregarded if the signal itself names a trace, or if it
     *     is malformed
     */
    public Arrival by(@Nullable String traceparent) {
        return new Arrival(signal, body, ignored, trace.or(() -> Trace.parse(traceparent)));
    }

    /** Returns this arrival with another signal. */
    Arrival with(Signal other) {
        return new Arrival(other, body, ignored, trace);
    }

    /** Returns the signal with another account, kind and data. */
    static Signal changed(Signal signal, String account, String kind, Map<String, Object> data) {
        return new Signal(
                signal.source(), signal.id(), kind, signal.at(), account, signal.ticket(), signal.summary(), data);
    }
}
