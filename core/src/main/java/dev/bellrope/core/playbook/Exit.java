package dev.bellrope.core.playbook;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for ending an escalation.
 *
 * @param criteria all must hold, or be waived, before the escalation may be closed
 * @param watch the watch period after stepping down, by severity; a severity that is absent has none
 * @param automaticClose whether the escalation closes by itself once the criteria hold and the watch period is over
 * @param reopening what reopening does to the {@code resolve} clock
 * @param review the review after the end; null if there is none
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
     * The review after an escalation has ended.
     *
     * @param requiredWhen which closed escalations need one
     * @param due the time allowed for it
     * @param ledBy who leads it: a role of the escalation, a duty, or {@link #SOMEONE_UNINVOLVED}
     * @param calendar the name of the calendar that its time is counted in
     * @param warn the percentage of its time, 1..99, at which whoever owes it is warned
     * @param climbsTo the roles and duties that a missed review goes to, one after another
     * @param climbsEvery how long each of them has before it goes to the next
     */
    public record Review(
            Expression requiredWhen,
            Span due,
            String ledBy,
            String calendar,
            int warn,
            List<String> climbsTo,
            Span climbsEvery) {
        /** The word for somebody who took no part in the escalation. */
        public static final String SOMEONE_UNINVOLVED = "someone-uninvolved";

        public Review {
            climbsTo = List.copyOf(climbsTo);
        }

        /** Returns whether nobody who took part in the escalation may lead it. */
        public boolean isLedByUninvolved() {
            return ledBy.equals(SOMEONE_UNINVOLVED);
        }
    }

    /**
     * A condition that must hold before an escalation may be closed.
     *
     * @param name as the playbook writes it: {@code cause-known}
     * @param sentence what must hold, in words
     * @param check how to tell whether it holds
     */
    public record ExitCriterion(String name, String sentence, Check check) {}

    /** How to tell whether an exit criterion holds. */
    public sealed interface Check {
        /**
         * Returns whether somebody can confirm that it holds; all other criteria are checked, and cannot be confirmed.
         */
        default boolean isSaid() {
            return this instanceof Confirmed || this instanceof CustomerConfirms;
        }

        /** A root cause is recorded. */
        record CauseKnown() implements Check {}

        /** A remediation plan exists, and every step of it is validated. */
        record FixValidated() implements Check {}

        /** The customer confirms, or stays silent for this long after hearing of the resolution. */
        record CustomerConfirms(Span silence) implements Check {}

        /**
         * No target is open except {@code update}, which is owed for the life of the escalation, and no decision is
         * unanswered.
         */
        record PromisesAnswered() implements Check {}

        /** Every ticket that the escalation covers is resolved or closed. */
        record TicketsDone() implements Check {}

        /** A person confirms it. */
        record Confirmed() implements Check {}
    }

    /** Finds the criterion with this name. */
    public Optional<ExitCriterion> findCriterion(String name) {
        return criteria.stream()
                .filter(criterion -> criterion.name().equals(name))
                .findFirst();
    }

    /** Returns the watch period for a severity; zero if there is none. */
    public Span watchFor(Severity severity) {
        return watch.getOrDefault(severity, Span.ZERO);
    }
}
