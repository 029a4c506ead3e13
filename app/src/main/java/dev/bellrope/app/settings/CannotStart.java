package dev.bellrope.app.settings;

/**
 * Thrown when Bellrope cannot start; the message tells the operator why and what to do, so no stack trace is needed.
 */
public class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
