package dev.bellrope.app.alarms;

import java.util.Locale;

/** The kinds of subjects that have alarms. Each kind is struck by one {@link AlarmStriker}. */
public enum SubjectKind {
    ESCALATION,
    TASK,
    TICKET;

    /** Returns the word that the tables store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the kind with a word.
     *
     * @throws IllegalArgumentException when no kind has this word
     */
    static SubjectKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
