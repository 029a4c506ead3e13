package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.escalation.Decision;
import org.jspecify.annotations.Nullable;

/** The refusal by a rule; ends a decision in progress. Never leaves this package. */
public final class RuleRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Decision.RefusalKind kind;
    private final String sentence;

    private RuleRefusal(Decision.RefusalKind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.sentence = sentence;
    }

    static RuleRefusal state(String why) {
        return new RuleRefusal(Decision.RefusalKind.STATE, why);
    }

    static RuleRefusal permission(String why) {
        return new RuleRefusal(Decision.RefusalKind.PERMISSION, why);
    }

    static RuleRefusal content(String why) {
        return new RuleRefusal(Decision.RefusalKind.CONTENT, why);
    }

    /** Throws the refusal if there is one. */
    static void raise(@Nullable RuleRefusal against) {
        if (against != null) {
            throw against;
        }
    }

    /** Returns the text, or refuses if it is blank. */
    static String blank(String text, String what) {
        if (text.isBlank()) {
            throw content(what + " must not be empty");
        }
        return text.strip();
    }

    Decision.RefusalKind kind() {
        return kind;
    }

    String sentence() {
        return sentence;
    }
}
