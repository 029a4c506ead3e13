package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Alarm;
import java.time.Instant;

/**
 * An alarm that is due, and whose it is.
 *
 * @param subject {@code escalation:ESC-1042} or {@code ticket:4711}
 */
public record DueAlarm(String subject, Alarm alarm) {
    private static final String ESCALATION = "escalation:";
    private static final String TICKET = "ticket:";

    static String ofEscalation(String key) {
        return ESCALATION + key;
    }

    static String ofTicket(String id) {
        return TICKET + id;
    }

    /** The escalation's key or the ticket's id. */
    String id() {
        return subject.substring(subject.indexOf(':') + 1);
    }

    DueAlarm at(Instant at) {
        return new DueAlarm(subject, new Alarm(alarm.step(), alarm.cycle(), at));
    }
}
