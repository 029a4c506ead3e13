package dev.bellrope.core.playbook;

import dev.bellrope.core.calendar.Span;
import java.util.Map;
import java.util.Set;

/**
 * The communication contract.
 *
 * @param customerBy the role that speaks to the customer
 * @param approval the role that must approve a customer message, by severity; none where absent
 * @param approvalWithin how long an approval may wait before it climbs; zero when there are no approvals
 * @param executivesBy the role that informs executives
 * @param executivesCadence how often the executives who take part are told where it stands, by severity; elapsed time
 * @param templates message texts by template name
 * @param countsAs what heard signals count as: signal kind to acts
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

    /** What a signal of that kind counts as; nothing where the playbook does not say. */
    public Set<HeardAct> actsOf(String signalKind) {
        return countsAs.getOrDefault(signalKind, Set.of());
    }
}
