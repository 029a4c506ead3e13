package dev.bellrope.app.escalations.web;

/**
 * One field of a form.
 *
 * @param name of the member of the body that it fills
 * @param required whether the core refuses it when it is empty
 */
public record Field(String name, String label, Kind kind, boolean required) {
    /** How it is asked for; a choice takes its options from the escalation at hand. */
    public enum Kind {
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
    }

    static Field must(String name, String label, Kind kind) {
        return new Field(name, label, kind, true);
    }

    static Field may(String name, String label, Kind kind) {
        return new Field(name, label, kind, false);
    }
}
