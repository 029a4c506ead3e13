package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Texts;
import java.util.Locale;

/**
 * One field of a form.
 *
 * @param form the slug of the act whose form it is in
 * @param name the member of the body that it fills
 * @param required whether the core refuses an empty value
 */
public record FormField(String form, String name, FieldKind kind, boolean required) {
    /** The kind of input; a choice takes its options from the escalation. */
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

        /** Returns whether the field is a choice of one among several. */
        public boolean isChoice() {
            return compareTo(PERSON) >= 0;
        }

        /** Returns whether the options are what the act can be about, in this escalation and for this viewer. */
        boolean isOfThisEscalation() {
            return switch (this) {
                case PERSON,
                        PERSON_OR_ROUTER,
                        PERSON_OR_DUTY,
                        PAUSE,
                        TARGET,
                        CRITERION_BY_WORD,
                        CRITERION,
                        QUESTION,
                        STEP -> true;
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

    /** Returns the field as part of an act's form. */
    FormField of(String slug) {
        return new FormField(slug, name, kind, required);
    }

    /** Returns the field's label, in the reader's language. */
    public String label() {
        return Texts.text("field." + key());
    }

    /** Returns the label in English, for use outside of pages. */
    public String english() {
        return Texts.english("field." + key());
    }

    /** Returns whether people type text into it, which should not be lost. */
    public boolean isWritten() {
        return switch (kind) {
            case LINE, TEXT, LINES, STEPS -> true;
            default -> false;
        };
    }

    /** Such as {@code handoffs.next-action}. */
    private String key() {
        return form + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
