package dev.bellrope.core.message;

import dev.bellrope.core.playbook.Guardrails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Decides whether a message is sent now, later, or in a digest: the guardrails of the playbook. */
public final class SendPolicy {
    private SendPolicy() {}

    /**
     * The recent and waiting messages.
     *
     * @param escalationLastHour automatic messages about this escalation in the last hour, to anybody
     * @param personLastHour automatic messages to this recipient in the last hour
     * @param waiting messages waiting for this recipient, including this one
     */
    public record Traffic(int escalationLastHour, int personLastHour, int waiting) {}

    /** What to do with a message. */
    public sealed interface SendVerdict {
        /** It is sent. */
        record Now() implements SendVerdict {}

        /** It waits. */
        record Later(Instant until, String why) implements SendVerdict {}

        /** It becomes a line of a digest. */
        record Digest(String why) implements SendVerdict {}
    }

    /**
     * Decides about one message.
     *
     * @param zone the recipient's time zone, in which quiet hours are counted
     * @param at the moment of sending
     */
    public static SendVerdict judge(Message message, Guardrails rails, Traffic traffic, ZoneId zone, Instant at) {
        boolean quietKept = !rails.quietExcept().contains(message.severity());
        if (quietKept && isQuiet(rails, zone, at)) {
            return new SendVerdict.Later(
                    quietEnds(rails, zone, at),
                    "quiet hours " + rails.quietFrom() + "-" + rails.quietUntil() + " " + zone);
        }
        if (rails.digestAbove() > 0 && traffic.waiting() > rails.digestAbove()) {
            return new SendVerdict.Digest(
                    traffic.waiting() + " messages wait for the same person, more than " + rails.digestAbove());
        }
        if (rails.perPersonHour() > 0 && traffic.personLastHour() >= rails.perPersonHour()) {
            return new SendVerdict.Digest(
                    "the same person had " + traffic.personLastHour() + " messages in the last hour already");
        }
        if (rails.perEscalationHour() > 0 && traffic.escalationLastHour() >= rails.perEscalationHour() && quietKept) {
            return new SendVerdict.Digest(
                    "the same escalation sent " + traffic.escalationLastHour() + " messages in the last hour already");
        }
        return new SendVerdict.Now();
    }

    static boolean isQuiet(Guardrails rails, ZoneId zone, Instant at) {
        LocalTime from = rails.quietFrom();
        LocalTime until = rails.quietUntil();
        LocalTime now = at.atZone(zone).toLocalTime();
        if (from.equals(until)) {
            return false;
        }
        return from.isBefore(until)
                ? !now.isBefore(from) && now.isBefore(until)
                : !now.isBefore(from) || now.isBefore(until);
    }

    private static Instant quietEnds(Guardrails rails, ZoneId zone, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime end = endOn(local.toLocalDate(), rails, zone);
        return (end.isAfter(local) ? end : endOn(local.toLocalDate().plusDays(1), rails, zone)).toInstant();
    }

    /** Returns the end of the quiet hours on a day; if a clock change repeats that time, the second occurrence. */
    private static ZonedDateTime endOn(LocalDate day, Guardrails rails, ZoneId zone) {
        return day.atTime(rails.quietUntil()).atZone(zone).withLaterOffsetAtOverlap();
    }
}
