package dev.bellrope.app.intake;

import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.signal.Signal;
import java.util.List;

/** Acts on signals, in the transaction that stores them, so that both happen or neither does. */
interface SignalHandler {
    /**
     * Acts on signals.
     *
     * @param signals in their order, each with a known account
     * @return the outcome of each signal, in the same order; when this throws, everything is rolled back, and each
     *     signal is then handled by itself and stored with the error if it fails
     */
    List<HandledSignal> handle(List<WithTrace<Signal>> signals);
}
