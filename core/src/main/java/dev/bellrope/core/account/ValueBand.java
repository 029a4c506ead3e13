package dev.bellrope.core.account;

import java.util.Locale;

/** The value band of an account, from its value score; the most valuable first. */
public enum ValueBand {
    STRATEGIC,
    KEY,
    GROWTH,
    STANDARD;

    /** Returns the playbook's word, {@code key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
