package dev.bellrope.core.playbook;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.fact.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * How bad it is and how much is at stake, with every reason.
 *
 * @param trigger the trigger that fired, {@code manual} for a person's own word
 * @param kind whether the ticket or the account is escalated
 * @param issueType the type in the catalogue; empty where none matches
 * @param impact the word of the matrix
 * @param urgency the word of the matrix
 * @param severity from the matrix, or the trigger's own
 * @param tier the response tier
 * @param score the account's value, 0..100
 * @param band the account's value band
 * @param route the route; empty where none matches
 * @param reasons one for each of these, in this order, and what else was weighed
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

    /** The same, with a further reason. */
    public Assessment also(Reason reason) {
        List<Reason> all = new ArrayList<>(reasons);
        all.add(reason);
        return new Assessment(trigger, kind, issueType, impact, urgency, severity, tier, score, band, route, all);
    }
}
