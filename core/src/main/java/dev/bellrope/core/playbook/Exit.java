package dev.bellrope.core.playbook;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an escalation ends.
 *
 * @param criteria all must hold, or be waived, before it may be closed
 * @param watch how long it is watched after stepping down, by severity; none where absent
 * @param automaticClose whether it closes by itself once the criteria hold and the watch period is over
 * @param reopening what reopening does to the {@code resolve} clock
 * @param review the review after the end; null for none
 */
public record Exit(
        List<ExitCriterion> criteria,
        Map<Severity, Span> watch,
        boolean automaticClose,
        SupportPlan.ReopeningRule reopening,
        @Nullable Review review) {
    public Exit {
        criteria = List.copyOf(criteria);
        watch = Map.copyOf(watch);
    }

    /**
     * The review after the end.
     *
     * @param requiredWhen which closed escalations need one
     * @param due how long it may take
     * @param ledBy who leads it: a role of the escalation, a duty, or in words ({@code someone-uninvolved})
     * @param calendar the name of the calendar in which its time is counted
     * @param warn at which percentage of its time whoever owes it is warned, 1..99
     * @param climbsTo roles and duties that it goes to, one after another, once it is missed
     * @param climbsEvery how long each of them has before it goes on
     */
    public record Review(
            Expression requiredWhen,
            Span due,
            String ledBy,
            String calendar,
            int warn,
            List<String> climbsTo,
            Span climbsEvery) {
        public Review {
            climbsTo = List.copyOf(climbsTo);
        }
    }

    /**
     * One exit criterion.
     *
     * @param name as the playbook writes it: {@code cause-known}
     * @param sentence what must hold, in words
     * @param check how it is found out
     */
    public record ExitCriterion(String name, String sentence, Check check) {}

    /** How a criterion is found to hold. */
    public sealed interface Check {
        /** Whether it holds because somebody says so; any other is found out, and cannot be said. */
        default boolean isSaid() {
            return this instanceof Confirmed || this instanceof CustomerConfirms;
        }

        /** A root cause is recorded. */
        record CauseKnown() implements Check {}

        /** Every step of the remediation plan is validated; a plan must exist. */
        record FixValidated() implements Check {}

        /** The customer confirms, or says nothing for that long after the resolution was told. */
        record CustomerConfirms(Span silence) implements Check {}

        /** No target is open but those that the life of the escalation itself owes, no decision is unanswered. */
        record PromisesAnswered() implements Check {}

        /** Every ticket it covers is resolved or closed. */
        record TicketsDone() implements Check {}

        /** A person says so. */
        record Confirmed() implements Check {}
    }

    /** The criterion of that name. */
    public Optional<ExitCriterion> findCriterion(String name) {
        return criteria.stream()
                .filter(criterion -> criterion.name().equals(name))
                .findFirst();
    }

    /** How long a severity is watched; zero for not at all. */
    public Span watchFor(Severity severity) {
        return watch.getOrDefault(severity, Span.ZERO);
    }
}
