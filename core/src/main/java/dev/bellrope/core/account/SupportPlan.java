package dev.bellrope.core.account;

import dev.bellrope.core.calendar.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The support plan of an account: the helpdesk's promises on its tickets.
 *
 * @param name {@code gold}
 * @param calendar the name of the calendar that its targets are counted in
 * @param targets target ({@code first-reply}, {@code next-reply}, {@code resolve}) to budget by ticket priority; {@code
 *     otherwise} stands for all other priorities
 * @param pausesWhile the pause reasons during which {@code resolve} does not run
 * @param reopening what the {@code resolve} clock of a reopened ticket does (T25)
 */
public record SupportPlan(
        String name,
        String calendar,
        Map<String, Map<String, Span>> targets,
        Set<String> pausesWhile,
        ReopeningRule reopening) {
    public static final String FIRST_REPLY = "first-reply";
    public static final String NEXT_REPLY = "next-reply";
    public static final String RESOLVE = "resolve";
    private static final String OTHERWISE = "otherwise";

    /** What a clock does when a ticket or an escalation is reopened. */
    public enum ReopeningRule {
        /** Continues with the time that was left when it was resolved. */
        CONTINUE,
        /** Starts over with the whole budget. */
        RESTART
    }

    public SupportPlan {
        targets = Map.copyOf(targets);
        pausesWhile = Set.copyOf(pausesWhile);
    }

    /** Returns the budgets of a target by priority, shortest first; the one for all other priorities comes last. */
    public static List<Map.Entry<String, Span>> mostUrgentFirst(Map<String, Span> budgets) {
        return budgets.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Span> one) -> one.getKey().equals(OTHERWISE))
                        .thenComparing(one -> one.getValue().elapsed())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Finds the budget of a target for a priority; empty if there is none. */
    public Optional<Span> findBudget(String target, String priority) {
        Map<String, Span> budgets = targets.getOrDefault(target, Map.of());
        Span exact = budgets.get(priority);
        return Optional.ofNullable(exact == null ? budgets.get(OTHERWISE) : exact);
    }
}
