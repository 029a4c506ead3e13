package dev.bellrope.core.ticket;

/** The door. */
public final class Ticket {
    private Ticket() {}
}
