package dev.bellrope.core.escalation;

/** The door. */
public final class Decider {
    private Decider() {}
}
