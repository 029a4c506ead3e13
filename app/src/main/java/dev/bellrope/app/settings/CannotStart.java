package dev.bellrope.app.settings;

/** Bellrope cannot start; the message says why and what to do, in words for the operator, so no stack trace is needed. */
public class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
