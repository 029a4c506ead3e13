package dev.bellrope.core.escalation;

import java.util.Locale;

/** Where an escalation is in its life. */
public enum Status {
    REQUESTED,
    DECLINED,
    ACTIVE,
    RESOLVED,
    WATCH,
    CLOSED,
    MERGED;

    /** The word people read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing is owed any more. */
    public boolean isOver() {
        return this == DECLINED || this == CLOSED || this == MERGED;
    }
}
