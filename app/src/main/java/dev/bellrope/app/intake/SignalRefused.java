package dev.bellrope.app.intake;

import java.util.Objects;

/** Thrown for a body that cannot be accepted; the message says what was wrong and what is accepted. */
public final class SignalRefused extends RuntimeException {
    private final SignalRefusalReason reason;
    private final String pointer;

    /** The kind of refusal. */
    public enum SignalRefusalReason {
        /** The body cannot be understood. */
        WRONG,
        /** The body is too large. */
        TOO_LARGE,
        /** The body is of an unsupported type. */
        UNKNOWN_TYPE,
        /** The body lacks the signature that its source must provide. */
        NOT_SIGNED
    }

    private SignalRefused(SignalRefusalReason reason, String pointer, String message) {
        super(message);
        this.reason = reason;
        this.pointer = pointer;
    }

    /**
     * Refuses a malformed body.
     *
     * @param pointer the JSON pointer to the wrong place; empty for the whole body
     */
    public static SignalRefused at(String pointer, String message) {
        return new SignalRefused(SignalRefusalReason.WRONG, pointer, message);
    }

    public static SignalRefused of(SignalRefusalReason reason, String message) {
        return new SignalRefused(reason, "", message);
    }

    public SignalRefusalReason reason() {
        return reason;
    }

    public String pointer() {
        return pointer;
    }

    /** Returns what was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
