package dev.bellrope.core.playbook;

import dev.bellrope.core.calendar.Span;
import java.util.Map;
import java.util.Set;

/**
 * The communication contract: who informs whom, who approves, and how often.
 *
 * @param customerBy the role that speaks to the customer
 * @param approval the role that must approve a customer message, by severity; a severity that is absent needs no
 *     approval
 * @param approvalWithin how long an approval may wait before it climbs; zero if there are no approvals
 * @param executivesBy the role that informs executives
 * @param executivesCadence how often the executives who take part get a status report, by severity; elapsed time
 * @param templates message texts by template name
 * @param countsAs what signals count as: signal kind to acts
 */
public record Communication(
        String customerBy,
        Map<Severity, String> approval,
        Span approvalWithin,
        String executivesBy,
        Map<Severity, Span> executivesCadence,
        Map<String, MessageTemplate> templates,
        Map<String, Set<HeardAct>> countsAs) {
    public Communication {
        approval = Map.copyOf(approval);
        executivesCadence = Map.copyOf(executivesCadence);
        templates = Map.copyOf(templates);
        countsAs = Map.copyOf(countsAs);
    }

    /** Returns what a signal of this kind counts as; empty if the playbook does not say. */
    public Set<HeardAct> actsOf(String signalKind) {
        return countsAs.getOrDefault(signalKind, Set.of());
    }
}
