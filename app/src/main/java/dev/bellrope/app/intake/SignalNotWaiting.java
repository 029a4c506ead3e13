package dev.bellrope.app.intake;

import java.util.Objects;

/** Thrown when a signal is not waiting for what is asked. */
public final class SignalNotWaiting extends RuntimeException {
    SignalNotWaiting(String message) {
        super(message);
    }

    /** Returns what was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
