package dev.bellrope.app.intake;

import java.util.List;

/**
 * The outcome of handling a signal.
 *
 * @param did sentences for people, in order
 */
record HandledSignal(SignalState state, List<String> did) {
    public HandledSignal {
        did = List.copyOf(did);
    }

    /** The signal had consequences. */
    public static HandledSignal handled(String... did) {
        return new HandledSignal(SignalState.HANDLED, List.of(did));
    }

    /** The signal was understood, and nothing needed to be done. */
    public static HandledSignal ignored(String... why) {
        return new HandledSignal(SignalState.IGNORED, List.of(why));
    }

    /** The signal waits until somebody says which account it is about. */
    public static HandledSignal unmapped(String... why) {
        return new HandledSignal(SignalState.UNMAPPED, List.of(why));
    }
}
