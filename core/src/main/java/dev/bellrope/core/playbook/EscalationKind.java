package dev.bellrope.core.playbook;

import java.util.Locale;

/** What an escalation is about: one or more tickets, or the relationship as a whole. */
public enum EscalationKind {
    TICKET,
    ACCOUNT;

    /** Returns its word in conditions and in the API, {@code ticket}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
