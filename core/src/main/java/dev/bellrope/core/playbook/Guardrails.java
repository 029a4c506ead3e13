package dev.bellrope.core.playbook;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Span;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * What automation may not do.
 *
 * @param perEscalationHour automatic messages for one escalation in an hour, at most; 0 for no limit
 * @param perPersonHour automatic messages to one person in an hour, at most; what is over becomes a digest; 0 for no limit
 * @param digestAbove messages to one person waiting at once above which they become one digest
 * @param quietFrom start of the quiet hours by the recipient's clock; equal to {@code quietUntil} for none
 * @param quietUntil their end
 * @param quietExcept severities that may break the quiet
 * @param neverAutomatic acts that only a person may do: {@code closing}, {@code commercial-offer} ...
 * @param openingsPerHour escalations that open without a person in an hour, at most; more wait to be accepted; 0 for no limit
 * @param longestWait how long an escalation of a band may wait unassigned, whoever else is served first
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
    /** The act of closing an escalation; where it is never automatic, a person closes it. */
    public static final String CLOSING = "closing";

    public Guardrails {
        quietExcept = Set.copyOf(quietExcept);
        neverAutomatic = Set.copyOf(neverAutomatic);
        longestWait = Map.copyOf(longestWait);
    }
}
