package dev.bellrope.app.intake;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.signal.Signal;

/** What hears the signals; it is called in the transaction that keeps the signal, so both happen or neither does. */
public interface SignalHandler {
    /**
     * Acts on a signal.
     *
     * @param signal its account is known, or empty where nothing tells
     * @param trace that whatever it causes belongs to
     * @return what it did; when it throws, nothing of it is kept but the signal itself with the error
     */
    HandledSignal handle(Signal signal, Trace trace);
}
