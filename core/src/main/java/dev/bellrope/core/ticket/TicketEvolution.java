package dev.bellrope.core.ticket;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds signals into a ticket.
 *
 * <p>{@code first-reply} runs from the opening until we reply; {@code next-reply} from the customer's oldest unanswered
 * message until we reply (T31); {@code resolve} from the opening until it is resolved, with the plan's pauses. The
 * three are independent (T32). Only our public replies count (T30), while every message from the customer counts, on
 * whatever channel (T29).
 */
final class TicketEvolution {
    /** The percentage of a budget at which the response counts as slipping. */
    static final int SLIPPING = 75;

    /** How often a ticket may miss an answer, over its whole life, before a missed clock no longer starts again. */
    static final int MOST_MISSES = 5;

    private final TicketTerms terms;
    private final Instant at;
    private final String id;
    private final String account;
    private final Map<String, Object> facts;
    private final Map<String, TargetClock> clocks;
    private final Map<String, Integer> misses;
    private final Instant opened;
    private Ticket.TicketStatus status;
    private Ticket.NextActor turn;
    private String pausedFor;
    private @Nullable Instant customerWrote;
    private @Nullable Instant replied;
    private int messages;
    private int reopened;
    private boolean isNew;

    private TicketEvolution(Ticket ticket, Instant at, TicketTerms terms) {
        this.terms = terms;
        this.at = at;
        id = ticket.id();
        account = ticket.account();
        facts = new LinkedHashMap<>(ticket.facts());
        clocks = new TreeMap<>(ticket.clocks());
        misses = new TreeMap<>(ticket.misses());
        opened = ticket.opened();
        status = ticket.status();
        turn = ticket.turn();
        pausedFor = ticket.pausedFor();
        customerWrote = ticket.customerWrote();
        replied = ticket.replied();
        messages = ticket.messages();
        reopened = ticket.reopened();
    }

    static Ticket after(@Nullable Ticket before, Signal signal, TicketTerms terms) {
        Ticket known = before == null ? unheard(signal) : before;
        TicketEvolution watching = new TicketEvolution(known, signal.at(), terms);
        if (before == null) {
            watching.isNew = true;
            watching.learn(signal);
            watching.open();
        }
        watching.hear(signal);
        return watching.done();
    }

    private static Ticket unheard(Signal signal) {
        return new Ticket(
                signal.ticket(),
                signal.account(),
                Ticket.TicketStatus.OPEN,
                Ticket.NextActor.OURS,
                Map.of(),
                Map.of(),
                Map.of(),
                "",
                signal.at(),
                null,
                null,
                0,
                0);
    }

    /** Starts its clocks whatever its first signal is, so that no way in bypasses them (T40). */
    private void open() {
        customerWrote = at;
        messages = 1;
        start(SupportPlan.FIRST_REPLY);
        start(SupportPlan.RESOLVE);
    }

    private void hear(Signal signal) {
        String before = priority();
        learn(signal);
        switch (signal.kind()) {
            case SignalKind.TICKET_CUSTOMER_MESSAGE -> customerWrites();
            case SignalKind.TICKET_REPLY -> reply();
            case SignalKind.TICKET_PAUSED -> pause(signal.text("reason"));
            case SignalKind.TICKET_RESUMED -> resume();
            case SignalKind.TICKET_RESOLVED -> finish(Ticket.TicketStatus.RESOLVED);
            case SignalKind.TICKET_CLOSED -> finish(Ticket.TicketStatus.CLOSED);
            case SignalKind.TICKET_REOPENED -> reopen();
            case SignalKind.TICKET_MERGED, SignalKind.TICKET_DELETED -> gone();
            default -> {
                // Notes, assignments and other kinds only change facts.
            }
        }
        if (!before.equals(priority()) && status == Ticket.TicketStatus.OPEN) {
            refit();
        }
    }

    private void learn(Signal signal) {
        facts.putAll(signal.data());
        if (!signal.summary().isEmpty()) {
            facts.putIfAbsent("summary", signal.summary());
        }
    }

    private void customerWrites() {
        customerWrote = at;
        messages += isNew ? 0 : 1; // the message that opened the ticket is counted already
        if (status != Ticket.TicketStatus.OPEN) {
            return; // a ticket that is done owes no reply until it is reopened (T27)
        }
        boolean firstIsOwed = open(SupportPlan.FIRST_REPLY).isPresent();
        if (!firstIsOwed && open(SupportPlan.NEXT_REPLY).isEmpty()) {
            start(SupportPlan.NEXT_REPLY);
        }
        turn = Ticket.NextActor.OURS;
        resume();
    }

    private void reply() {
        replied = at;
        if (status != Ticket.TicketStatus.OPEN) {
            return;
        }
        keep(SupportPlan.FIRST_REPLY);
        keep(SupportPlan.NEXT_REPLY);
        turn = Ticket.NextActor.THEIRS;
    }

    private void pause(String reason) {
        pausedFor = reason.isEmpty() ? "pending" : reason;
        boolean pausing =
                terms.plan().map(plan -> plan.pausesWhile().contains(pausedFor)).orElse(false);
        if (!pausing) {
            runOn();
        } else {
            clocks.computeIfPresent(SupportPlan.RESOLVE, (name, clock) -> clock.pause(at, terms.calendar()));
        }
    }

    private void resume() {
        pausedFor = "";
        runOn();
    }

    private void runOn() {
        clocks.computeIfPresent(SupportPlan.RESOLVE, (name, clock) -> {
            if (!clock.isPaused()) {
                return clock;
            }
            Instant due = clock.dueIfResumed(at, terms.calendar());
            return clock.resume(
                    due, TargetClock.warnings(clock.percentsLeft(), clock.budget(), due, terms.calendar(), at));
        });
    }

    /** Ends everything that was owed, because a resolution is an answer too (T26). */
    private void finish(Ticket.TicketStatus end) {
        resume();
        keep(SupportPlan.FIRST_REPLY);
        keep(SupportPlan.NEXT_REPLY);
        keep(SupportPlan.RESOLVE);
        status = end;
        turn = Ticket.NextActor.NOBODYS;
    }

    private void reopen() {
        if (status == Ticket.TicketStatus.OPEN && !isNew) {
            return; // a repeated signal, or the ticket was never done
        }
        TargetClock old = clocks.get(SupportPlan.RESOLVE);
        status = Ticket.TicketStatus.OPEN;
        turn = Ticket.NextActor.OURS;
        reopened++;
        customerWrote = at;
        if (open(SupportPlan.FIRST_REPLY).isEmpty()
                && open(SupportPlan.NEXT_REPLY).isEmpty()) {
            start(SupportPlan.NEXT_REPLY);
        }
        if (open(SupportPlan.RESOLVE).isPresent()) {
            return;
        }
        start(SupportPlan.RESOLVE);
        boolean goesOn = terms.plan()
                .map(plan -> plan.reopening() == SupportPlan.ReopeningRule.CONTINUE)
                .orElse(false);
        if (goesOn && old != null && old.stoppedAt() != null) {
            Duration left = old.remainingAt(old.stoppedAt(), terms.calendar());
            if (left.compareTo(Duration.ZERO) > 0) {
                clocks.computeIfPresent(SupportPlan.RESOLVE, (name, fresh) -> budgeted(fresh, left, at));
            }
        }
    }

    private void gone() {
        clocks.replaceAll((name, clock) -> clock.stop(at));
        status = Ticket.TicketStatus.GONE;
        turn = Ticket.NextActor.NOBODYS;
    }

    /** Adjusts the budgets to a new priority; time that was used up stays used up, and a miss stays a miss (T36). */
    private void refit() {
        clocks.replaceAll((name, clock) -> {
            Optional<Duration> budget = budget(name);
            if (!clock.isOpen() || clock.isMissed() || isLate(clock) || budget.isEmpty()) {
                return clock; // a miss is judged by the budget at the time
            }
            Duration used = clock.budget().minus(clock.remainingAt(at, terms.calendar()));
            Duration left = budget.get().minus(used);
            left = left.isNegative() ? Duration.ZERO : left;
            TargetClock fitted = budgeted(clock, budget.get(), left, at);
            return fitted.isPaused() ? fitted.pausedWith(at, left) : fitted;
        });
    }

    private TargetClock budgeted(TargetClock clock, Duration left, Instant from) {
        return budgeted(clock, left, left, from);
    }

    private TargetClock budgeted(TargetClock clock, Duration budget, Duration left, Instant from) {
        Instant due = terms.calendar().plus(from, left);
        return clock.reschedule(
                budget,
                terms.calendar().name(),
                due,
                TargetClock.warnings(clock.percentsLeft(), budget, due, terms.calendar(), from));
    }

    private void start(String target) {
        TargetClock before = clocks.get(target);
        budget(target)
                .ifPresent(budget -> clocks.put(
                        target,
                        TargetClock.start(
                                target,
                                before == null ? 1 : before.cycle() + 1,
                                budget,
                                terms.calendar(),
                                at,
                                List.of(SLIPPING),
                                false)));
    }

    private Optional<Duration> budget(String target) {
        return terms.plan()
                .flatMap(plan -> plan.findBudget(target, priority()))
                .map((Span span) -> span.in(terms.calendar()));
    }

    private String priority() {
        Object priority = facts.get("priority");
        return priority == null ? "" : priority.toString();
    }

    private Optional<TargetClock> open(String target) {
        return Optional.ofNullable(clocks.get(target)).filter(TargetClock::isOpen);
    }

    private void keep(String target) {
        clocks.computeIfPresent(target, (name, clock) -> {
            if (!isLate(clock)) {
                return clock.keep(at);
            }
            misses.merge(name, 1, Integer::sum);
            return clock.missed(clock.due()).keep(at);
        });
    }

    /** Returns whether a clock is overdue but has not struck yet. */
    private boolean isLate(TargetClock clock) {
        return clock.isOpen()
                && !clock.isPaused()
                && !clock.isMissed()
                && clock.due().isBefore(at);
    }

    private Ticket done() {
        return new Ticket(
                id,
                account,
                status,
                turn,
                facts,
                clocks,
                misses,
                pausedFor,
                opened,
                customerWrote,
                replied,
                messages,
                reopened);
    }

    static Optional<Ticket.TicketStrike> strike(
            Ticket ticket, TargetClock.ClockStrike strike, Instant at, TicketTerms terms) {
        boolean fits = ticket.strikes().stream()
                .anyMatch(next -> next.target().equals(strike.target())
                        && next.cycle() == strike.cycle()
                        && next.percent() == strike.percent());
        if (!fits) {
            return Optional.empty();
        }
        TicketEvolution watching = new TicketEvolution(ticket, at, terms);
        return Optional.of(strike.percent() < 100 ? watching.warn(strike) : watching.miss(strike));
    }

    private Ticket.TicketStrike warn(TargetClock.ClockStrike strike) {
        clocks.computeIfPresent(strike.target(), (name, clock) -> clock.warned(strike.percent()));
        return new Ticket.TicketStrike(done(), noticed(SignalKind.TICKET_TARGET_WARNED, strike));
    }

    private Ticket.TicketStrike miss(TargetClock.ClockStrike strike) {
        clocks.computeIfPresent(strike.target(), (name, clock) -> clock.missed(at));
        int times = misses.merge(strike.target(), 1, Integer::sum);
        if (Ticket.isAnswer(strike.target()) && times < MOST_MISSES) {
            start(strike.target());
        }
        return new Ticket.TicketStrike(done(), noticed(SignalKind.TICKET_TARGET_MISSED, strike));
    }

    private Signal noticed(String kind, TargetClock.ClockStrike strike) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("target", strike.target());
        data.put("percent", (long) strike.percent());
        data.put("cycle", (long) strike.cycle());
        data.put("missed_count", (long) misses.getOrDefault(strike.target(), 0));
        String what = strike.percent() < 100 ? " is at " + strike.percent() + "% of its time" : " was missed";
        return new Signal(
                Ticket.NOTICED_HERE,
                id + ":" + strike.target() + ":" + strike.cycle() + ":" + strike.percent(),
                kind,
                strike.at(),
                account,
                id,
                strike.target() + " on " + id + what,
                data);
    }
}
