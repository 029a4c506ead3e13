package dev.bellrope.core.playbook;

import dev.bellrope.core.calendar.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A promise that an escalation makes.
 *
 * @param name {@code acknowledge}, {@code plan}, {@code update}, {@code root-cause}, {@code resolve}
 * @param budgets how long, by severity; a severity that is absent has no promise
 * @param warn percentages of the budget at which the owner is warned, ascending, each 1..99
 * @param nonNegotiable the severities for which only somebody with the permission may waive it
 * @param starts what starts it
 * @param repeats whether it is owed again as soon as it is met or missed, for the life of the escalation
 * @param pausesWhile the pause reasons during which it does not run
 * @param calendar the calendar that it is counted in at every severity; empty for the playbook's rule
 */
public record TargetRule(
        String name,
        Map<Severity, Span> budgets,
        List<Integer> warn,
        Set<Severity> nonNegotiable,
        Start starts,
        boolean repeats,
        Set<String> pausesWhile,
        String calendar) {
    /** The names that have a meaning in the engine itself. */
    public static final String ACKNOWLEDGE = "acknowledge";

    public static final String PLAN = "plan";
    public static final String UPDATE = "update";
    public static final String ROOT_CAUSE = "root-cause";
    public static final String RESOLVE = "resolve";

    /** The event that starts a target. */
    public enum Start {
        ON_OPEN,
        ON_ACKNOWLEDGE,
        ON_RESOLVE
    }

    public TargetRule {
        budgets = Map.copyOf(budgets);
        warn = List.copyOf(warn);
        nonNegotiable = Set.copyOf(nonNegotiable);
        pausesWhile = Set.copyOf(pausesWhile);
    }

    /** Finds the budget for a severity; empty if nothing is promised. */
    public Optional<Span> findBudget(Severity severity) {
        return Optional.ofNullable(budgets.get(severity));
    }
}
