package dev.bellrope.app.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a kept signal stands. */
public enum SignalState {
    /** It had consequences. */
    HANDLED("handled"),
    /** It waits for somebody to say which account it is about. */
    UNMAPPED("unmapped"),
    /** It needed nothing. */
    IGNORED("ignored"),
    /** It could not be handled; the error is kept with it and it can be tried again. */
    FAILED("failed");

    private final String word;

    SignalState(String word) {
        this.word = word;
    }

    /** As stored, shown and accepted. */
    public String word() {
        return word;
    }

    /** Whether it stays as it is until somebody acts. */
    public boolean waitsForPerson() {
        return this == UNMAPPED || this == FAILED;
    }

    /** The state of that word. */
    public static Optional<SignalState> find(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    static SignalState get(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("a signal in state " + word));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SignalState::word).toList();
    }
}
