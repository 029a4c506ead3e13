package dev.bellrope.core.signal;

/** The kinds of signal that have a meaning in Bellrope itself; any other kind is for triggers alone. */
public final class SignalKind {
    /** The customer opened a ticket. Data: {@code priority}, {@code product}, {@code tags} if known. */
    public static final String TICKET_OPENED = "ticket.opened";

    /** The customer wrote. */
    public static final String TICKET_CUSTOMER_MESSAGE = "ticket.customer-message";

    /** We replied to the customer, publicly. Data: {@code by} if known. */
    public static final String TICKET_REPLY = "ticket.reply";

    /** We wrote something that the customer does not see. */
    public static final String TICKET_NOTE = "ticket.note";

    /** Somebody took the ticket, or was assigned to it. Data: {@code by}, {@code assignee}. */
    public static final String TICKET_ASSIGNED = "ticket.assigned";

    /** A field changed. Data: the fields' new values. */
    public static final String TICKET_CHANGED = "ticket.changed";

    /** The ticket waits for somebody else. Data: {@code reason}, such as {@code waiting-on-customer}. */
    public static final String TICKET_PAUSED = "ticket.paused";

    /** The ticket no longer waits. */
    public static final String TICKET_RESUMED = "ticket.resumed";

    /** The helpdesk reports that the ticket is solved. */
    public static final String TICKET_RESOLVED = "ticket.resolved";

    /** The helpdesk reports that the ticket is closed. */
    public static final String TICKET_CLOSED = "ticket.closed";

    /** The ticket came back after it was resolved or closed. */
    public static final String TICKET_REOPENED = "ticket.reopened";

    /** The ticket was merged into another one. Data: {@code into}. */
    public static final String TICKET_MERGED = "ticket.merged";

    /** The ticket was deleted from the helpdesk. */
    public static final String TICKET_DELETED = "ticket.deleted";

    /** Noticed in Bellrope: a target of the ticket is about to be missed. Data: {@code target}, {@code percent}. */
    public static final String TICKET_TARGET_WARNED = "ticket.target.warned";

    /** Noticed in Bellrope: a target of the ticket was missed. Data: {@code target}, {@code missed_count}. */
    public static final String TICKET_TARGET_MISSED = "ticket.target.missed";

    /** Somebody requests an escalation. Data: {@code by}, {@code reason}. */
    public static final String ESCALATION_REQUESTED = "escalation.requested";

    private SignalKind() {}
}
