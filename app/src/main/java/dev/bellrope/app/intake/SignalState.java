package dev.bellrope.app.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of a stored signal. */
public enum SignalState {
    /** The signal had consequences. */
    HANDLED("handled"),
    /** The signal waits until somebody says which account it is about. */
    UNMAPPED("unmapped"),
    /** Nothing needed to be done. */
    IGNORED("ignored"),
    /** The signal could not be handled; its error is stored with it, and it can be retried. */
    FAILED("failed");

    private final String word;

    SignalState(String word) {
        this.word = word;
    }

    /** Returns the word that is stored, shown and accepted. */
    public String word() {
        return word;
    }

    /** Whether the signal stays in this state until a person acts. */
    public boolean waitsForPerson() {
        return this == UNMAPPED || this == FAILED;
    }

    /** Finds a state by its word. */
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
