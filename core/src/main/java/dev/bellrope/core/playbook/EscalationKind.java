package dev.bellrope.core.playbook;

/** What an escalation is about: one or more tickets, or the relationship as a whole. */
public enum EscalationKind {
    TICKET,
    ACCOUNT
}
