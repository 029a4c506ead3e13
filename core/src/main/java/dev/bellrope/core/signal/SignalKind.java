package dev.bellrope.core.signal;

/** The kinds of signal that Bellrope itself gives a meaning to; any other kind is for triggers alone. */
public final class SignalKind {
    /** A ticket was opened by the customer. Data: {@code priority}, {@code product}, {@code tags} where known. */
    public static final String TICKET_OPENED = "ticket.opened";

    /** The customer wrote. */
    public static final String TICKET_CUSTOMER_MESSAGE = "ticket.customer-message";

    /** We answered the customer, publicly. Data: {@code by} where known. */
    public static final String TICKET_REPLY = "ticket.reply";

    /** We wrote something that the customer does not see. */
    public static final String TICKET_NOTE = "ticket.note";

    /** Somebody took the ticket, or it was given to somebody. Data: {@code by}, {@code assignee}. */
    public static final String TICKET_ASSIGNED = "ticket.assigned";

    /** A field changed. Data: the fields' new values. */
    public static final String TICKET_CHANGED = "ticket.changed";

    /** The ticket waits for somebody else. Data: {@code reason}, such as {@code waiting-on-customer}. */
    public static final String TICKET_PAUSED = "ticket.paused";

    /** The ticket waits no more. */
    public static final String TICKET_RESUMED = "ticket.resumed";

    /** The helpdesk says it is solved. */
    public static final String TICKET_RESOLVED = "ticket.resolved";

    /** The helpdesk says it is done with. */
    public static final String TICKET_CLOSED = "ticket.closed";

    /** It came back after having been resolved or closed. */
    public static final String TICKET_REOPENED = "ticket.reopened";

    /** It went into another ticket. Data: {@code into}. */
    public static final String TICKET_MERGED = "ticket.merged";

    /** It was taken out of the helpdesk. */
    public static final String TICKET_DELETED = "ticket.deleted";

    /** Noticed here: a target of the ticket is close. Data: {@code target}, {@code percent}. */
    public static final String TICKET_TARGET_WARNED = "ticket.target.warned";

    /** Noticed here: a target of the ticket was missed. Data: {@code target}, {@code missed_count}. */
    public static final String TICKET_TARGET_MISSED = "ticket.target.missed";

    /** Somebody asks for an escalation. Data: {@code by}, {@code reason}. */
    public static final String ESCALATION_REQUESTED = "escalation.requested";

    private SignalKind() {}
}
