package dev.bellrope.core.playbook;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Span;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * The guardrails: what automation may not do.
 *
 * @param perEscalationHour the most automatic messages per hour for one escalation; 0 for no limit
 * @param perPersonHour the most automatic messages per hour to one person, the rest become a digest; 0 for no limit
 * @param digestAbove if more messages than this wait for one person at once, they become one digest
 * @param quietFrom start of the quiet hours in the recipient's time zone; equal to {@code quietUntil} for none
 * @param quietUntil end of the quiet hours
 * @param quietExcept severities that the quiet hours do not hold back; the limits hold for them too
 * @param neverAutomatic acts that only a person may do: {@code closing}, {@code commercial-offer} ...
 * @param openingsPerHour the most escalations per hour that open without a person, the rest wait to be accepted; 0 for
 *     no limit
 * @param longestWait how long an escalation of a value band may wait unassigned, even if others would be served first
 */
public record Guardrails(
        int perEscalationHour,
        int perPersonHour,
        int digestAbove,
        LocalTime quietFrom,
        LocalTime quietUntil,
        Set<Severity> quietExcept,
        Set<String> neverAutomatic,
        int openingsPerHour,
        Map<ValueBand, Span> longestWait) {
    /** The act of closing an escalation; if it is never automatic, a person closes the escalation. */
    public static final String CLOSING = "closing";

    public Guardrails {
        quietExcept = Set.copyOf(quietExcept);
        neverAutomatic = Set.copyOf(neverAutomatic);
        longestWait = Map.copyOf(longestWait);
    }
}
