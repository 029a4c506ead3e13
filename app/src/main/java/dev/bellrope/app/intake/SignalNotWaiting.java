package dev.bellrope.app.intake;

import java.util.Objects;

/** The signal does not wait for that. */
public final class SignalNotWaiting extends RuntimeException {
    SignalNotWaiting(String message) {
        super(message);
    }

    /** What was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
