package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.rule.ClosingRules;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.playbook.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is owed on an escalation now, by whom, and when it is due; derived from the state whenever somebody asks. */
public final class Duties {
    private Duties() {}

    /** What somebody owes. */
    public enum DutyKind {
        /** To accept or decline the request. */
        ANSWER_REQUEST,
        /** To take the handoff or not. */
        ANSWER_HANDOFF,
        /** To say whether a message may go to the customer. */
        APPROVE,
        /** To make a decision that was asked for. */
        DECIDE,
        /** To keep a promise of the playbook. */
        KEEP_PROMISE,
        /** To let the promises run again, once they can. */
        RESUME,
        /** To do a step of the plan, and to validate it. */
        DO_STEP,
        /** To begin the watch period. */
        START_WATCH,
        /** To close it. */
        CLOSE,
        /** To say that an exit criterion holds. */
        CONFIRM_CRITERION
    }

    /**
     * Something that is owed.
     *
     * @param about the target, decision, step or exit criterion that it is about; empty where the kind says it all
     * @param whom ids of people, and duties or roles of which anybody may do it; empty where nobody holds the role
     * @param due when it is due; empty where it has no due date
     */
    public record Obligation(DutyKind kind, String about, Set<String> whom, Optional<Instant> due) {
        public Obligation {
            whom = Set.copyOf(whom);
        }

        /** Whether that person may do it, by their id or by one of their roles or duties. */
        public boolean isOf(Actor actor) {
            return whom.contains(actor.id()) || actor.roles().stream().anyMatch(whom::contains);
        }
    }

    /** Returns everything that is owed, what was asked of somebody first; nothing for an escalation that is over. */
    public static List<Obligation> of(Escalation e, Playbook playbook, Instant at) {
        List<Obligation> owed = new ArrayList<>();
        switch (e.status()) {
            case REQUESTED -> request(e, playbook, owed);
            case ACTIVE, RESOLVED, WATCH -> {
                asked(e, playbook, owed);
                promises(e, playbook, owed);
                steps(e, owed);
                ending(e, playbook, at, owed);
            }
            case DECLINED, CLOSED, MERGED -> {}
        }
        return owed;
    }

    private static void request(Escalation e, Playbook playbook, List<Obligation> owed) {
        Set<String> whom = new HashSet<>(playbook.permissions().rolesFor(Permissions.ACCEPT));
        playbook.findTrigger(e.assessment().trigger()).map(Trigger::acceptBy).ifPresent(whom::addAll);
        owed.add(new Obligation(
                DutyKind.ANSWER_REQUEST, "", whom, Optional.ofNullable(e.times().requestAnswerBy())));
    }

    private static void asked(Escalation e, Playbook playbook, List<Obligation> owed) {
        Handoff handoff = e.handoff();
        if (handoff != null) {
            owed.add(new Obligation(
                    DutyKind.ANSWER_HANDOFF, "", Set.of(handoff.to()), Optional.of(Alarms.answerBy(handoff))));
        }
        for (PendingDecision question : e.questions().values()) {
            owed.add(new Obligation(
                    question.isMessage() ? DutyKind.APPROVE : DutyKind.DECIDE,
                    question.id(),
                    Set.of(question.of()),
                    Optional.of(Alarms.answerBy(question, playbook))));
        }
    }

    private static void promises(Escalation e, Playbook playbook, List<Obligation> owed) {
        String speaker = e.people().get(playbook.communication().customerBy());
        for (TargetClock clock : e.clocks().values()) {
            if (clock.isOpen() && !clock.isPaused()) {
                boolean speaks = clock.target().equals(TargetRule.UPDATE) && speaker != null;
                owed.add(new Obligation(
                        DutyKind.KEEP_PROMISE,
                        clock.target(),
                        speaks ? Set.of(speaker) : owner(e),
                        Optional.of(clock.due())));
            }
        }
        if (e.pause() != null) {
            owed.add(whenever(DutyKind.RESUME, "", owner(e)));
        }
    }

    private static void steps(Escalation e, List<Obligation> owed) {
        for (PlanStep step : e.plan()) {
            if (step.state() != PlanStep.State.PASSED) {
                owed.add(new Obligation(
                        DutyKind.DO_STEP,
                        step.id(),
                        step.owner().isEmpty() ? owner(e) : Set.of(step.owner()),
                        Optional.ofNullable(step.due())));
            }
        }
    }

    private static void ending(Escalation e, Playbook playbook, Instant at, List<Obligation> owed) {
        if (e.status() == Status.ACTIVE) {
            return;
        }
        Map<String, String> open = ExitCriteria.open(e, playbook, at);
        if (e.status() == Status.RESOLVED
                && !playbook.exit().watchFor(e.severity()).isZero()) {
            owed.add(whenever(DutyKind.START_WATCH, "", owner(e)));
        }
        if (open.isEmpty() && ClosingRules.isWatched(e, playbook, at)) {
            owed.add(whenever(DutyKind.CLOSE, "", playbook.permissions().rolesFor(Permissions.CLOSE)));
        }
        for (Exit.ExitCriterion criterion : playbook.exit().criteria()) {
            if (open.containsKey(criterion.name()) && criterion.check().isSaid()) {
                owed.add(whenever(DutyKind.CONFIRM_CRITERION, criterion.name(), owner(e)));
            }
        }
    }

    private static Obligation whenever(DutyKind kind, String about, Set<String> whom) {
        return new Obligation(kind, about, whom, Optional.empty());
    }

    private static Set<String> owner(Escalation e) {
        return e.findOwner().map(Set::of).orElse(Set.of());
    }
}
