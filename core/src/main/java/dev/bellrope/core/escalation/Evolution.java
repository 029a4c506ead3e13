package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.playbook.Route;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How an event changes the state. Pure: folding the same events always gives the same state, and tells nobody. */
public final class Evolution {
    private Evolution() {}

    /**
     * The state after events of one decision.
     *
     * @param state the state before; null before the first event
     * @param at when they happened
     * @param by the id of whoever acted, as {@link Actor#id} has it
     * @throws IllegalStateException when the first event is not one that begins an escalation
     */
    public static @Nullable Escalation after(@Nullable Escalation state, Instant at, String by, List<Event> events) {
        if (events.isEmpty()) {
            return state;
        }
        EscalationBuilder draft = state == null ? begin(events.getFirst()) : new EscalationBuilder(state);
        for (Event event : events) {
            boolean over = draft.status.isOver();
            apply(draft, at, event);
            // What is added to one that is over, such as what its review finds, is no part in it.
            if (!by.equals(Actor.SYSTEM.id()) && !(over && draft.status.isOver())) {
                draft.reviewBasis = draft.reviewBasis.involving(List.of(by));
            }
        }
        return draft.done();
    }

    /** Returns the state after one more event. */
    public static Escalation after(@Nullable Escalation state, Instant at, String by, Event event) {
        return Objects.requireNonNull(after(state, at, by, List.of(event)));
    }

    private static EscalationBuilder begin(Event event) {
        return switch (event) {
            case Event.Requested e ->
                new EscalationBuilder(e.key(), e.account(), e.accountName(), e.playbook(), e.assessment());
            case Event.Opened e ->
                new EscalationBuilder(e.key(), e.account(), e.accountName(), e.playbook(), e.assessment());
            default -> throw new IllegalStateException("an escalation cannot begin with " + event);
        };
    }

    private static void apply(EscalationBuilder s, Instant at, Event event) {
        switch (event) {
            case Event.Requested e -> {
                s.status = Status.REQUESTED;
                s.describe(e.title(), e.impactNote(), e.assessment(), e.tickets());
                s.requested = at;
                s.requestAnswerBy = e.answerBy();
            }
            case Event.RequestOverdue e -> {
                s.overdueAnswers = e.times();
                s.requestAnswerBy = e.answerBy();
            }
            case Event.Declined ignored -> {
                s.status = Status.DECLINED;
                s.closed = at;
            }
            case Event.AcceptedRequest ignored -> s.requestAnswerBy = null;
            case Event.Opened e -> {
                s.status = Status.ACTIVE;
                s.describe(e.title(), e.impactNote(), e.assessment(), e.tickets());
                s.level = e.level();
                s.highestLevel = e.level();
                s.opened = at;
            }
            case Event.RoleAssigned e -> assign(s, at, e);
            case Event.Acknowledged e -> {
                s.acknowledged = at;
                s.acknowledgedBy = e.by();
            }
            case Event.TargetStarted e ->
                s.clocks.put(
                        e.target(),
                        TargetClock.started(
                                e.target(),
                                e.cycle(),
                                e.budget(),
                                e.calendar(),
                                at,
                                e.due(),
                                e.warnings(),
                                e.nonNegotiable()));
            case Event.TargetWarned e -> clock(s, e.target(), clock -> clock.warned(e.percent()));
            case Event.TargetMet e -> clock(s, e.target(), clock -> clock.keep(at));
            case Event.TargetMissed e -> {
                s.misses.merge(e.target(), 1, Integer::sum);
                clock(s, e.target(), clock -> clock.missed(at));
            }
            case Event.TargetStopped e -> clock(s, e.target(), clock -> clock.stop(at));
            case Event.TargetPaused e -> clock(s, e.target(), clock -> clock.pausedWith(at, e.remaining()));
            case Event.TargetResumed e -> clock(s, e.target(), clock -> clock.resume(e.due(), e.warnings()));
            case Event.TargetMoved e ->
                clock(s, e.target(), clock -> clock.reschedule(e.budget(), e.calendar(), e.due(), e.warnings()));
            case Event.TargetWaived e -> clock(s, e.target(), clock -> clock.stop(at));
            case Event.Paused e -> s.pause = new CurrentPause(e.reason(), e.note(), at);
            case Event.Resumed ignored -> s.pause = null;
            case Event.LevelRaised e -> {
                s.level = e.to();
                // Levels are climbed one at a time, so only the one above the highest is higher than it.
                s.highestLevel = e.from().equals(s.highestLevel) ? e.to() : s.highestLevel;
                s.misses.clear();
                s.climbs++;
            }
            case Event.LevelSkipped ignored -> {}
            case Event.LevelLowered e -> {
                s.level = e.to();
                s.misses.clear();
            }
            case Event.Retriaged e -> s.judge(e.assessment());
            case Event.HandoffOffered e -> {
                s.handoff = new Handoff(e.from(), e.to(), e.situation(), e.openPromises(), e.nextAction(), at);
                s.handoffs++;
            }
            case Event.HandoffAccepted ignored -> s.handoff = null;
            case Event.HandoffDeclined ignored -> s.handoff = null;
            case Event.HandoffOverdue ignored -> s.handoff = null;
            case Event.NoteAdded ignored -> {}
            case Event.Attached ignored -> {}
            case Event.UpdateSent ignored -> {
                s.firstUpdate = s.firstUpdate == null ? at : s.firstUpdate;
                s.lastUpdate = at;
            }
            case Event.CustomerHeard ignored -> s.customerHeard = at;
            case Event.UpdateProposed e ->
                ask(
                        s,
                        new PendingDecision(
                                e.id(),
                                e.text(),
                                List.of(PendingDecision.SEND, PendingDecision.KEEP),
                                e.of(),
                                at,
                                e.channel(),
                                false));
            case Event.DecisionAsked e ->
                ask(s, new PendingDecision(e.id(), e.question(), e.options(), e.of(), at, "", false));
            case Event.DecisionOverdue e -> s.questions.computeIfPresent(e.id(), (id, question) -> question.overdue());
            case Event.Decided e -> {
                if (s.questions.remove(e.id()) == null) {
                    s.asked++; // nobody had asked, and yet its id is taken
                }
            }
            case Event.WorkaroundRecorded e -> s.workaround = e.text();
            case Event.RootCauseRecorded e -> s.rootCause = e.text();
            case Event.PlanSet e -> {
                s.plan = e.steps();
                s.reviewBasis = s.reviewBasis.involving(e.steps().stream()
                        .map(PlanStep::owner)
                        .filter(owner -> !owner.isEmpty())
                        .toList());
                s.planned = s.planned == null ? at : s.planned;
            }
            case Event.StepValidated e ->
                s.plan = s.plan.stream()
                        .map(step -> step.id().equals(e.step()) ? step.validated(e.passed(), e.evidence()) : step)
                        .toList();
            case Event.TicketAttached e -> s.tickets.putIfAbsent(e.ticket(), false);
            case Event.TicketSeen e -> s.tickets.replace(e.ticket(), e.done());
            case Event.CriterionMet e -> s.criteria.put(e.criterion(), new Confirmation(false, e.evidence(), at));
            case Event.CriterionWaived e -> s.criteria.put(e.criterion(), new Confirmation(true, e.reason(), at));
            case Event.Resolved ignored -> {
                s.status = Status.RESOLVED;
                s.resolved = at;
                s.pause = null;
            }
            case Event.WatchStarted e -> {
                s.status = Status.WATCH;
                s.watchUntil = e.until();
                s.watchEnded = false;
            }
            case Event.WatchEnded ignored -> s.watchEnded = true;
            case Event.ExecutivesInformed ignored -> {
                s.executivesInformed = at;
                s.briefings++;
            }
            case Event.Reopened ignored -> {
                s.status = Status.ACTIVE;
                s.resolved = null;
                s.watchUntil = null;
                s.watchEnded = false;
                s.closed = null;
                s.criteria.clear();
                s.plan = s.plan.stream().map(PlanStep::unvalidated).toList();
                s.reopenings++;
            }
            case Event.Closed ignored -> {
                s.status = Status.CLOSED;
                s.closed = at;
            }
            case Event.ReviewRequired ignored -> {}
            case Event.MergedInto e -> {
                s.reviewBasis = s.reviewBasis.owing(e.reviewOwed() != null);
                s.status = Status.MERGED;
                s.closed = at;
            }
            case Event.Absorbed e -> {
                e.tickets().forEach(ticket -> s.tickets.putIfAbsent(ticket, false));
                s.reviewBasis = s.reviewBasis.with(e.reviewBasis());
            }
        }
    }

    private static void assign(EscalationBuilder s, Instant at, Event.RoleAssigned event) {
        String role = event.assignment().role();
        if (!event.assignment().isFilled()) {
            s.people.remove(role);
            s.vacant.add(role);
            if (role.equals(Route.OWNER)) {
                s.searches++;
                s.searched = at;
            }
            return;
        }
        s.vacant.remove(role);
        String person = event.assignment().person();
        String before = s.people.put(role, person);
        s.reviewBasis = s.reviewBasis.involving(List.of(person));
        if (role.equals(Route.OWNER) && !person.equals(before)) {
            s.handoff = null; // what is offered is no longer the giver's to hand over
            s.reassignments += before == null ? 0 : 1;
        }
    }

    private static void ask(EscalationBuilder s, PendingDecision question) {
        s.questions.put(question.id(), question);
        s.asked++;
    }

    private static void clock(EscalationBuilder s, String target, UnaryOperator<TargetClock> change) {
        s.clocks.computeIfPresent(target, (name, clock) -> change.apply(clock));
    }
}
