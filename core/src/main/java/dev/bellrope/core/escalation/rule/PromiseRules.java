package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.CurrentPause;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Targets: when they start, stop, pause, move, and are met or missed. */
final class PromiseRules {
    private PromiseRules() {}

    /** Starts every target that begins with this occasion. */
    static void start(DecisionContext turn, TargetRule.Start occasion) {
        for (TargetRule rule : turn.playbook.targets().values()) {
            if (rule.starts() == occasion
                    && turn.now().findOpenClock(rule.name()).isEmpty()) {
                start(turn, rule);
            }
        }
    }

    /** Starts the next cycle of a target, where the severity is promised one. */
    static void start(DecisionContext turn, TargetRule rule) {
        budget(turn, rule).ifPresent(span -> {
            String calendar = turn.calendarName(calendarOf(turn, rule));
            Duration budget = span.in(turn.calendar(calendar));
            start(turn, rule, calendar, budget);
        });
    }

    private static void start(DecisionContext turn, TargetRule rule, String calendar, Duration budget) {
        start(turn, rule, calendar, budget, turn.calendar(calendar).plus(turn.at, budget));
        CurrentPause pause = turn.now().pause();
        if (pause != null) {
            pause(turn, pause.reason());
        }
    }

    private static void start(DecisionContext turn, TargetRule rule, String calendar, Duration budget, Instant due) {
        TargetClock before = turn.now().clocks().get(rule.name());
        WorkingCalendar counted = turn.calendar(calendar);
        turn.emit(new Event.TargetStarted(
                rule.name(),
                before == null ? 1 : before.cycle() + 1,
                budget,
                calendar,
                due,
                TargetClock.warnings(warnings(turn, rule), budget, due, counted, turn.at),
                rule.nonNegotiable().contains(turn.now().severity())));
    }

    /** Whether only somebody entitled may let go of it: as it was promised, or as the severity is now. */
    static boolean isNonNegotiable(DecisionContext turn, TargetClock clock) {
        TargetRule rule = turn.playbook.targets().get(clock.target());
        return clock.nonNegotiable()
                || (rule != null && rule.nonNegotiable().contains(turn.now().severity()));
    }

    /** Moves a promise to another instant; one that was missed stays missed, and the new instant is a promise of its own. */
    static void move(DecisionContext turn, TargetClock clock, Instant due, String reason) {
        WorkingCalendar counted = turn.calendar(clock.calendar());
        Duration left = counted.between(turn.at, due);
        Duration used = clock.budget().minus(clock.remainingAt(turn.at, counted));
        Duration budget = clock.isMissed() || used.isNegative() ? left : used.plus(left);
        turn.emit(new Event.TargetMoved(
                clock.target(),
                clock.cycle(),
                budget,
                clock.calendar(),
                clock.due(),
                due,
                TargetClock.warnings(clock.percentsLeft(), budget, due, counted, turn.at),
                reason));
        TargetRule rule = turn.playbook.targets().get(clock.target());
        if (clock.isPaused()) {
            turn.emit(new Event.TargetPaused(clock.target(), clock.cycle(), left));
        } else if (clock.isMissed() && rule != null) {
            start(turn, rule, clock.calendar(), left, due);
        }
    }

    /** Says that a target is kept; one that repeats is owed again at once. */
    static void meet(DecisionContext turn, String target) {
        turn.now().findOpenClock(target).ifPresent(clock -> {
            turn.emit(new Event.TargetMet(target, clock.cycle(), clock.due()));
            TargetRule rule = turn.playbook.targets().get(target);
            if (rule != null && rule.repeats() && turn.now().status() == Status.ACTIVE) {
                start(turn, rule);
            }
        });
    }

    /**
     * A clock struck: a warning, or the miss. Whatever no longer fits the state is passed over; of several that are due by
     * now only the last is said (T55).
     *
     * @return how much of the budget is used up, 100 for a miss; 0 for nothing
     */
    static int strike(DecisionContext turn, String target, int cycle) {
        Optional<TargetClock> open = turn.now()
                .findOpenClock(target)
                .filter(clock -> clock.cycle() == cycle && !clock.isPaused() && !clock.isMissed());
        if (open.isEmpty()) {
            return 0;
        }
        TargetClock clock = open.get();
        if (turn.at.isBefore(clock.due())) {
            int percent = clock.warnings().stream()
                    .filter(warning -> !turn.at.isBefore(warning.at()))
                    .mapToInt(TargetClock.Warning::percent)
                    .max()
                    .orElse(0);
            if (percent > 0) {
                turn.emit(new Event.TargetWarned(target, cycle, percent));
            }
            return percent;
        }
        turn.emit(new Event.TargetMissed(target, cycle, clock.due()));
        TargetRule rule = turn.playbook.targets().get(target);
        if (rule != null && rule.repeats()) {
            start(turn, rule);
        }
        return 100;
    }

    /** Stops what is still owed, saying why. */
    static void stopAll(DecisionContext turn, String reason) {
        for (TargetClock clock : List.copyOf(turn.now().clocks().values())) {
            if (clock.isOpen()) {
                turn.emit(new Event.TargetStopped(clock.target(), clock.cycle(), reason));
            }
        }
    }

    /** Stops one target, where it is owed. */
    static void stop(DecisionContext turn, String target, String reason) {
        turn.now()
                .findOpenClock(target)
                .ifPresent(clock -> turn.emit(new Event.TargetStopped(target, clock.cycle(), reason)));
    }

    /** Stops the time of every target that this reason pauses. */
    static void pause(DecisionContext turn, String reason) {
        for (TargetClock clock : List.copyOf(turn.now().clocks().values())) {
            TargetRule rule = turn.playbook.targets().get(clock.target());
            if (clock.isOpen()
                    && !clock.isPaused()
                    && rule != null
                    && rule.pausesWhile().contains(reason)) {
                Duration left = turn.calendar(clock.calendar()).between(turn.at, clock.due());
                turn.emit(new Event.TargetPaused(clock.target(), clock.cycle(), left));
            }
        }
    }

    /** Lets every paused target run on with what was left. */
    static void resume(DecisionContext turn) {
        for (TargetClock clock : List.copyOf(turn.now().clocks().values())) {
            if (clock.isPaused()) {
                WorkingCalendar counted = turn.calendar(clock.calendar());
                Instant due = clock.dueIfResumed(turn.at, counted);
                turn.emit(new Event.TargetResumed(
                        clock.target(),
                        clock.cycle(),
                        due,
                        TargetClock.warnings(clock.percentsLeft(), clock.budget(), due, counted, turn.at)));
            }
        }
    }

    /**
     * Fits the promises to a new severity. A promise that gets shorter counts anew from now and is never later than
     * before; one that gets longer keeps what was used up and paused (T21); one that was missed stays missed; one that
     * the new severity is not promised is stopped, one that it newly is promised starts.
     */
    static void refit(DecisionContext turn, boolean worse) {
        for (TargetRule rule : turn.playbook.targets().values()) {
            Optional<TargetClock> open = turn.now().findOpenClock(rule.name());
            Optional<Span> span = budget(turn, rule);
            if (open.isEmpty()) {
                if (rule.starts() == TargetRule.Start.ON_OPEN
                        && !turn.now().clocks().containsKey(rule.name())
                        && !isDone(turn, rule)) {
                    start(turn, rule);
                }
            } else if (span.isEmpty()) {
                stop(turn, rule.name(), turn.now().severity() + " is not promised this");
            } else if (!open.get().isMissed()) {
                refit(turn, rule, open.get(), span.get(), worse);
            }
        }
    }

    /** Whether what it promises has been done before anybody promised it. */
    private static boolean isDone(DecisionContext turn, TargetRule rule) {
        Escalation now = turn.now();
        return switch (rule.name()) {
            case TargetRule.ACKNOWLEDGE -> now.times().acknowledged() != null;
            case TargetRule.PLAN -> now.times().planned() != null;
            case TargetRule.ROOT_CAUSE -> !now.rootCause().isEmpty();
            default -> false;
        };
    }

    private static void refit(DecisionContext turn, TargetRule rule, TargetClock clock, Span span, boolean worse) {
        String name = turn.calendarName(calendarOf(turn, rule));
        WorkingCalendar calendar = turn.calendar(name);
        Duration budget = span.in(calendar);
        Duration had = clock.remainingAt(turn.at, turn.calendar(clock.calendar()));
        Duration left = worse ? budget : budget.minus(clock.budget().minus(had));
        if (left.isNegative() || (worse && clock.isPaused() && had.compareTo(left) < 0)) {
            left = left.isNegative() ? Duration.ZERO : had;
        }
        Instant anew = calendar.plus(turn.at, left);
        Instant due = worse && !clock.isPaused() && clock.due().isBefore(anew) ? clock.due() : anew;
        if (!due.equals(clock.due()) || !budget.equals(clock.budget())) {
            turn.emit(new Event.TargetMoved(
                    rule.name(),
                    clock.cycle(),
                    budget,
                    name,
                    clock.due(),
                    due,
                    TargetClock.warnings(clock.percentsLeft(), budget, due, calendar, turn.at),
                    "severity is now " + turn.now().severity()));
            if (clock.isPaused()) {
                turn.emit(new Event.TargetPaused(rule.name(), clock.cycle(), left));
            }
        }
    }

    /** What a target is promised at this severity for this account. */
    static Optional<Span> budget(DecisionContext turn, TargetRule rule) {
        return turn.playbook
                .findBudget(rule.name(), turn.now().severity(), turn.situation.account(), turn.at)
                .map(Playbook.Budget::span);
    }

    private static String calendarOf(DecisionContext turn, TargetRule rule) {
        return rule.calendar().isEmpty()
                ? turn.playbook.targetCalendars().getOrDefault(turn.now().severity(), "owner")
                : rule.calendar();
    }

    private static List<Integer> warnings(DecisionContext turn, TargetRule rule) {
        TreeSet<Integer> percents = new TreeSet<>(rule.warn());
        for (Ladder.Level level : turn.playbook.ladder().levels()) {
            for (ClimbRule climb : level.climbsWhen()) {
                if (climb instanceof ClimbRule.UsedUp(String target, int percent) && target.equals(rule.name())) {
                    percents.add(percent);
                }
            }
        }
        return List.copyOf(percents);
    }
}
