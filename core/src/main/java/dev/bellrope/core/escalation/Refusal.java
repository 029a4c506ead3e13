package dev.bellrope.core.escalation;

import org.jspecify.annotations.Nullable;

/** A rule says no; ends a decision under way. Never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Decision.Kind kind;
    private final String sentence;

    private Refusal(Decision.Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.sentence = sentence;
    }

    static Refusal state(String why) {
        return new Refusal(Decision.Kind.STATE, why);
    }

    static Refusal permission(String why) {
        return new Refusal(Decision.Kind.PERMISSION, why);
    }

    static Refusal content(String why) {
        return new Refusal(Decision.Kind.CONTENT, why);
    }

    /** Ends the decision if something stands against it. */
    static void raise(@Nullable Refusal against) {
        if (against != null) {
            throw against;
        }
    }

    /** The text, unless there is none. */
    static String blank(String text, String what) {
        if (text.isBlank()) {
            throw content(what + " must not be empty");
        }
        return text.strip();
    }

    Decision.Kind kind() {
        return kind;
    }

    String sentence() {
        return sentence;
    }
}
