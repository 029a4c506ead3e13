package dev.bellrope.core.account;

import java.util.Locale;

/** What an account's value score amounts to, strongest first. */
public enum ValueBand {
    STRATEGIC,
    KEY,
    GROWTH,
    STANDARD;

    /** The word of the playbook, {@code key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
