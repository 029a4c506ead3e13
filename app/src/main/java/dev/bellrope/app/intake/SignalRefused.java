package dev.bellrope.app.intake;

import java.util.Objects;

/** A body that cannot be taken as it is; the message says what was wrong and what is accepted. */
public final class SignalRefused extends RuntimeException {
    private final SignalRefusalReason reason;
    private final String pointer;

    /** What kind of refusal. */
    public enum SignalRefusalReason {
        /** It cannot be understood. */
        WRONG,
        /** It is too big. */
        TOO_LARGE,
        /** It is of a type that nothing here reads. */
        UNKNOWN_TYPE,
        /** It does not carry the signature that its address asks for. */
        NOT_SIGNED
    }

    private SignalRefused(SignalRefusalReason reason, String pointer, String message) {
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

    /** What was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
