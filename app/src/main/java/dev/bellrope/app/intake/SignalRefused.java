package dev.bellrope.app.intake;

import java.util.Objects;

/** A body that cannot be taken as it is; the message says what was wrong and what is accepted. */
public final class SignalRefused extends RuntimeException {
    private final Reason reason;
    private final String pointer;

    /** What kind of refusal. */
    public enum Reason {
        /** It cannot be understood. */
        WRONG,
        /** It is too big. */
        TOO_LARGE,
        /** It is of a type that nothing here reads. */
        UNKNOWN_TYPE,
        /** It does not carry the signature that its address asks for. */
        NOT_SIGNED
    }

    private SignalRefused(Reason reason, String pointer, String message) {
        super(message);
        this.reason = reason;
        this.pointer = pointer;
    }

    /**
     * A wrong body.
     *
     * @param pointer the JSON pointer of the wrong place; empty: the whole
     */
    public static SignalRefused at(String pointer, String message) {
        return new SignalRefused(Reason.WRONG, pointer, message);
    }

    public static SignalRefused of(Reason reason, String message) {
        return new SignalRefused(reason, "", message);
    }

    public Reason reason() {
        return reason;
    }

    public String pointer() {
        return pointer;
    }

    /** What was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
