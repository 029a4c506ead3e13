package dev.bellrope.app.escalations.acts;

import java.util.Locale;

/** What an act is about. */
public enum ActTopic {
    WORK,
    PEOPLE,
    PROMISES,
    COURSE,
    ENDING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
