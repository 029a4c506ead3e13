package dev.bellrope.core.account;

import dev.bellrope.core.calendar.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was sold with the account: the helpdesk's promises on its tickets.
 *
 * @param name {@code gold}
 * @param calendar the name of the calendar in which its targets are counted
 * @param targets target ({@code first-reply}, {@code next-reply}, {@code resolve}) to budget by ticket priority; the
 *     priority {@code otherwise} stands for all others
 * @param pausesWhile the pause reasons during which {@code resolve} does not run
 * @param reopening what a reopened ticket's {@code resolve} clock does (T25)
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

    /** What a clock does when what it measured comes back. */
    public enum ReopeningRule {
        /** Runs on with what was left when it was resolved. */
        CONTINUE,
        /** Starts again with its whole budget. */
        RESTART
    }

    public SupportPlan {
        targets = Map.copyOf(targets);
        pausesWhile = Set.copyOf(pausesWhile);
    }

    /** The budgets of a target by priority, the shortest first; that of all other priorities last. */
    public static List<Map.Entry<String, Span>> mostUrgentFirst(Map<String, Span> budgets) {
        return budgets.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Span> one) -> one.getKey().equals(OTHERWISE))
                        .thenComparing(one -> one.getValue().elapsed())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** The budget of a target for a priority, where one was sold. */
    public Optional<Span> findBudget(String target, String priority) {
        Map<String, Span> budgets = targets.getOrDefault(target, Map.of());
        Span exact = budgets.get(priority);
        return Optional.ofNullable(exact == null ? budgets.get(OTHERWISE) : exact);
    }
}
