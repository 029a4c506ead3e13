package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Texts;
import java.util.Locale;

/**
 * One field of a form.
 *
 * @param form the slug of the act whose form it is in
 * @param name of the member of the body that it fills
 * @param required whether the core refuses it when it is empty
 */
public record FormField(String form, String name, FieldKind kind, boolean required) {
    /** How it is asked for; a choice takes its options from the escalation at hand. */
    public enum FieldKind {
        LINE,
        TEXT,
        TRUTH,
        PASSED,
        INSTANT,
        LINES,
        STEPS,
        PERSON,
        PERSON_OR_ROUTER,
        PERSON_OR_DUTY,
        ROLE,
        SEVERITY,
        CHANNEL,
        PAUSE,
        TARGET,
        CRITERION_BY_WORD,
        CRITERION,
        QUESTION,
        STEP,
        SIBLING;

        /** Whether one of several is chosen. */
        public boolean isChoice() {
            return compareTo(PERSON) >= 0;
        }

        /** Whether what can be chosen is what the act can be about, in this escalation and for whoever asks. */
        boolean isOfThisEscalation() {
            return switch (this) {
                case PERSON_OR_ROUTER, PAUSE, TARGET, CRITERION_BY_WORD, CRITERION, QUESTION, STEP -> true;
                default -> false;
            };
        }
    }

    static FormField must(String name, FieldKind kind) {
        return new FormField("", name, kind, true);
    }

    static FormField may(String name, FieldKind kind) {
        return new FormField("", name, kind, false);
    }

    /** The same in the form of an act. */
    FormField of(String slug) {
        return new FormField(slug, name, kind, required);
    }

    /** What it is asked for by, in the reader's language. */
    public String label() {
        return Texts.text("field." + key());
    }

    /** The same for what is no page. */
    public String english() {
        return Texts.english("field." + key());
    }

    /** Whether somebody writes into it, so that it would be a pity to lose it. */
    public boolean isWritten() {
        return switch (kind) {
            case LINE, TEXT, LINES, STEPS -> true;
            default -> false;
        };
    }

    /** {@code handoffs.next-action}. */
    private String key() {
        return form + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
