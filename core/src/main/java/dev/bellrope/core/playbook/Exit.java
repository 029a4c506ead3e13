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
 * @param reviewWhen which closed escalations need a review; null for none
 * @param reviewDue how long the review may take, in elapsed days
 * @param reviewLedBy who leads it, in words: {@code someone-uninvolved}
 */
public record Exit(
        List<Criterion> criteria,
        Map<Severity, Span> watch,
        boolean automaticClose,
        SupportPlan.Reopening reopening,
        @Nullable Expression reviewWhen,
        Span reviewDue,
        String reviewLedBy) {
    public Exit {
        criteria = List.copyOf(criteria);
        watch = Map.copyOf(watch);
    }

    /**
     * One exit criterion.
     *
     * @param name as the playbook writes it: {@code cause-known}
     * @param sentence what must hold, in words
     * @param check how it is found out
     */
    public record Criterion(String name, String sentence, Check check) {}

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
    public Optional<Criterion> findCriterion(String name) {
        return criteria.stream()
                .filter(criterion -> criterion.name().equals(name))
                .findFirst();
    }

    /** How long a severity is watched; zero for not at all. */
    public Span watchFor(Severity severity) {
        return watch.getOrDefault(severity, Span.ZERO);
    }
}
