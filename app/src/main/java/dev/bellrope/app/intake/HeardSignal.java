package dev.bellrope.app.intake;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signal as the intake stores it.
 *
 * @param accountKey what the source calls the account; empty if the source does not name one
 * @param signal whose account is one of our ids, or empty while unknown
 * @param did the consequences, in sentences for people
 * @param error why the signal could not be handled; empty unless it failed
 * @param attempts how often the signal was handed on
 * @param trace the trace that everything caused by the signal belongs to
 */
public record HeardSignal(
        UUID id,
        Instant receivedAt,
        String accountKey,
        Signal signal,
        SignalState state,
        List<String> did,
        String error,
        int attempts,
        Trace trace) {
    public HeardSignal {
        did = List.copyOf(did);
    }

    HeardSignal after(Signal handed, HandledSignal handled) {
        return new HeardSignal(
                id, receivedAt, accountKey, handed, handled.state(), handled.did(), "", attempts + 1, trace);
    }

    HeardSignal about(String account) {
        Signal known = Arrival.changed(signal, account, signal.kind(), signal.data());
        return new HeardSignal(id, receivedAt, accountKey, known, state, did, error, attempts, trace);
    }

    HeardSignal failed(String why) {
        return new HeardSignal(
                id, receivedAt, accountKey, signal, SignalState.FAILED, List.of(), why, attempts + 1, trace);
    }
}
