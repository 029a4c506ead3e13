package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.EscalationFacts;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.fact.Reason;
import dev.bellrope.core.playbook.Exit;
import java.util.Optional;

/**
 * The rules for reviews. What an escalation was at its worst decides, and what those were that were merged into it: a
 * milder judgement before the end takes no review away, nor does a merge.
 */
final class ReviewRules {
    private static final String RULE = "exit.review";

    private ReviewRules() {}

    /** Returns why a review is owed; empty if none is, or the playbook knows none. */
    static Optional<Reason> owed(DecisionContext context) {
        Exit.Review review = context.playbook.exit().review();
        if (review == null) {
            return Optional.empty();
        }
        String required = "a review is required when " + review.requiredWhen().source();
        if (review.requiredWhen().holds(context.facts())) {
            return Optional.of(Reason.of(RULE, required));
        }
        boolean held = EscalationFacts.ofLife(context.now(), context.situation.account(), context.at).stream()
                .anyMatch(review.requiredWhen()::holds);
        if (held) {
            return Optional.of(Reason.of(RULE, required + "; it was so before, or what was merged into it was"));
        }
        return context.now().reviewBasis().owed()
                ? Optional.of(Reason.of(RULE, "what was merged into it owed a review"))
                : Optional.empty();
    }

    static void require(DecisionContext context) {
        Exit.Review review = context.playbook.exit().review();
        Optional<Reason> owed = owed(context);
        if (review != null && owed.isPresent()) {
            WorkingCalendar calendar = context.playbook.calendar(review.calendar());
            context.emit(new Event.ReviewRequired(
                    owed.get(), calendar.plus(context.at, review.due().in(calendar)), review.ledBy()));
        }
    }
}
