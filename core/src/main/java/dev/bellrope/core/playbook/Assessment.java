package dev.bellrope.core.playbook;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.fact.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of triage: how bad it is, how much is at stake, and every reason.
 *
 * @param trigger the trigger that fired, {@code manual} when a person declared the escalation
 * @param kind whether the ticket or the account is escalated
 * @param issueType the issue type in the catalogue; empty if none matches
 * @param impact a word from the matrix
 * @param urgency a word from the matrix
 * @param severity from the matrix, or the trigger's own
 * @param tier the response tier
 * @param score the account's value, 0..100
 * @param band the account's value band
 * @param route the route; empty if none matches
 * @param reasons one reason for each of these, in this order, and anything else that was considered
 */
public record Assessment(
        String trigger,
        EscalationKind kind,
        String issueType,
        String impact,
        String urgency,
        Severity severity,
        String tier,
        double score,
        ValueBand band,
        String route,
        List<Reason> reasons) {
    public Assessment {
        reasons = List.copyOf(reasons);
    }

    /** Returns a copy with one more reason. */
    public Assessment also(Reason reason) {
        List<Reason> all = new ArrayList<>(reasons);
        all.add(reason);
        return new Assessment(trigger, kind, issueType, impact, urgency, severity, tier, score, band, route, all);
    }
}
