package dev.bellrope.app.intake;

import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.signal.Signal;
import java.util.List;

/** What hears the signals; it is called in the transaction that keeps the signals, so both happen or neither does. */
interface SignalHandler {
    /**
     * Acts on signals.
     *
     * @param signals in their order; the account of each is known
     * @return what each did, in the same order; when it throws, nothing of it is kept but each signal by itself, with the error where it failed
     */
    List<HandledSignal> handle(List<WithTrace<Signal>> signals);
}
