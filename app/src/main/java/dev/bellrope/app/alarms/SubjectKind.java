package dev.bellrope.app.alarms;

import java.util.Locale;

/** Every kind of subject that has alarms. Each is struck by one {@link AlarmStriker}. */
public enum SubjectKind {
    ESCALATION,
    TASK,
    TICKET;

    /** The same in one word, which the tables keep. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that no kind has */
    static SubjectKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
