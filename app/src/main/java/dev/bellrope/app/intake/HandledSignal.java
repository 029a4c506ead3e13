package dev.bellrope.app.intake;

import java.util.List;

/**
 * What came of a signal.
 *
 * @param did sentences for people, in order
 */
record HandledSignal(SignalState state, List<String> did) {
    public HandledSignal {
        did = List.copyOf(did);
    }

    /** It had consequences. */
    public static HandledSignal handled(String... did) {
        return new HandledSignal(SignalState.HANDLED, List.of(did));
    }

    /** It was understood and needed nothing. */
    public static HandledSignal ignored(String... why) {
        return new HandledSignal(SignalState.IGNORED, List.of(why));
    }

    /** It waits until somebody says which account it is about. */
    public static HandledSignal unmapped(String... why) {
        return new HandledSignal(SignalState.UNMAPPED, List.of(why));
    }
}
