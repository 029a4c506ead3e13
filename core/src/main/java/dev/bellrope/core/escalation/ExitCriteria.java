package dev.bellrope.core.escalation;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which exit criteria hold, derived from the state whenever somebody asks. */
public final class ExitCriteria {
    private ExitCriteria() {}

    /** The criteria that do not hold at an instant, each with what is missing; empty when it may end. */
    public static Map<String, String> open(Escalation escalation, Playbook playbook, Instant at) {
        Map<String, String> open = new LinkedHashMap<>();
        for (Exit.ExitCriterion criterion : playbook.exit().criteria()) {
            if (!escalation.criteria().containsKey(criterion.name())) {
                missing(criterion, escalation, at).ifPresent(why -> open.put(criterion.name(), why));
            }
        }
        return open;
    }

    private static Optional<String> missing(Exit.ExitCriterion criterion, Escalation e, Instant at) {
        return switch (criterion.check()) {
            case Exit.Check.CauseKnown ignored ->
                e.rootCause().isEmpty() ? Optional.of("no root cause is recorded") : Optional.empty();
            case Exit.Check.FixValidated ignored -> unvalidated(e);
            case Exit.Check.CustomerConfirms(Span silence) -> silence(e, silence, at);
            case Exit.Check.PromisesAnswered ignored -> unanswered(e);
            case Exit.Check.TicketsDone ignored -> {
                List<String> open = e.tickets().entrySet().stream()
                        .filter(ticket -> !ticket.getValue())
                        .map(Map.Entry::getKey)
                        .toList();
                yield open.isEmpty() ? Optional.empty() : Optional.of("not done: " + String.join(", ", open));
            }
            case Exit.Check.Confirmed ignored -> Optional.of("nobody has confirmed: " + criterion.sentence());
        };
    }

    private static Optional<String> unvalidated(Escalation e) {
        if (e.plan().isEmpty()) {
            return Optional.of("there is no remediation plan");
        }
        List<String> open = e.plan().stream()
                .filter(step -> step.state() != PlanStep.State.PASSED)
                .map(PlanStep::id)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of("steps not validated: " + String.join(", ", open));
    }

    private static Optional<String> silence(Escalation e, Span silence, Instant at) {
        Instant resolved = e.times().resolved();
        if (resolved == null) {
            return Optional.of("it is not resolved");
        }
        Instant heard = e.times().customerHeard();
        Instant since = heard != null && heard.isAfter(resolved) ? heard : resolved;
        Instant until = silence.after(since);
        return at.isBefore(until)
                ? Optional.of("the customer has not confirmed; silence counts as yes from " + until)
                : Optional.empty();
    }

    private static Optional<String> unanswered(Escalation e) {
        List<String> owed = e.clocks().values().stream()
                .filter(TargetClock::isOpen)
                .map(TargetClock::target)
                .filter(target -> !target.equals(TargetRule.UPDATE))
                .toList();
        if (!owed.isEmpty()) {
            return Optional.of("still owed: " + String.join(", ", owed));
        }
        return e.questions().isEmpty()
                ? Optional.empty()
                : Optional.of("unanswered: " + String.join(", ", e.questions().keySet()));
    }

    /** When silence would be enough for every criterion that waits for the customer, where one does. */
    static Optional<Instant> silentFrom(Escalation e, Playbook playbook) {
        Instant resolved = e.times().resolved();
        if (resolved == null) {
            return Optional.empty();
        }
        Instant heard = e.times().customerHeard();
        Instant since = heard != null && heard.isAfter(resolved) ? heard : resolved;
        return playbook.exit().criteria().stream()
                .filter(criterion -> !e.criteria().containsKey(criterion.name()))
                .map(Exit.ExitCriterion::check)
                .filter(Exit.Check.CustomerConfirms.class::isInstance)
                .map(Exit.Check.CustomerConfirms.class::cast)
                .map(check -> check.silence().after(since))
                .max(Instant::compareTo);
    }
}
