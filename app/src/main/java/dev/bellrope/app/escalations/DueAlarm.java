package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Alarm;

/**
 * An alarm that is due, and whose it is.
 *
 * @param subject {@code escalation:ESC-1042} or {@code ticket:4711}
 */
public record DueAlarm(String subject, Alarm alarm) {
    static final String ESCALATION = "escalation:";
    static final String TICKET = "ticket:";

    static String ofEscalation(String key) {
        return ESCALATION + key;
    }

    static String ofTicket(String id) {
        return TICKET + id;
    }

    boolean isOfTicket() {
        return subject.startsWith(TICKET);
    }

    /** The escalation's key or the ticket's id. */
    String id() {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
