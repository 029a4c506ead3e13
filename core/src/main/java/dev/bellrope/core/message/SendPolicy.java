package dev.bellrope.core.message;

import dev.bellrope.core.playbook.Guardrails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

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
     * Decides about one message. The severities that the quiet hours except are not held back by them; the limits hold
     * for every severity, so that an escalation that loops stops whatever it is.
     *
     * @param zone the recipient's time zone, in which quiet hours are counted
     * @param at the moment of sending
     */
    public static SendVerdict judge(Message message, Guardrails rails, Traffic traffic, ZoneId zone, Instant at) {
        Optional<Instant> quietUntil =
                rails.quietExcept().contains(message.severity()) ? Optional.empty() : quietUntil(rails, zone, at);
        if (quietUntil.isPresent()) {
            return new SendVerdict.Later(
                    quietUntil.get(), "quiet hours " + rails.quietFrom() + "-" + rails.quietUntil() + " " + zone);
        }
        if (rails.digestAbove() > 0 && traffic.waiting() > rails.digestAbove()) {
            return new SendVerdict.Digest(
                    traffic.waiting() + " messages wait for the same person, more than " + rails.digestAbove());
        }
        if (rails.perPersonHour() > 0 && traffic.personLastHour() >= rails.perPersonHour()) {
            return new SendVerdict.Digest(
                    "the same person had " + traffic.personLastHour() + " messages in the last hour already");
        }
        if (rails.perEscalationHour() > 0 && traffic.escalationLastHour() >= rails.perEscalationHour()) {
            return new SendVerdict.Digest(
                    "the same escalation sent " + traffic.escalationLastHour() + " messages in the last hour already");
        }
        return new SendVerdict.Now();
    }

    /** Returns when the quiet hours end that an instant lies in; empty if it lies in none. */
    private static Optional<Instant> quietUntil(Guardrails rails, ZoneId zone, Instant at) {
        LocalTime from = rails.quietFrom();
        LocalTime until = rails.quietUntil();
        if (from.equals(until)) {
            return Optional.empty();
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !instant(day.atTime(from), zone, false).isAfter(at))
                .map(day -> instant((from.isBefore(until) ? day : day.plusDays(1)).atTime(until), zone, true))
                .filter(at::isBefore)
                .findFirst();
    }

    /**
     * Returns the instant of a local time. A time that a clock change skips is the instant of the change; of one that it
     * repeats it is the first or the second occurrence, so that the quiet hours never end and begin again.
     */
    private static Instant instant(LocalDateTime local, ZoneId zone, boolean second) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(zone).toInstant();
        }
        return change.isGap()
                ? change.getInstant()
                : local.toInstant(second ? change.getOffsetAfter() : change.getOffsetBefore());
    }
}
