package dev.bellrope.app.escalations.acts;

import java.util.Locale;

/** The group of acts in a menu: what an act is about. */
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
