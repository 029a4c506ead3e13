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

/** The rules for targets: when they start, stop, pause, move, and are met or missed. */
final class PromiseRules {
    private PromiseRules() {}

    /** Starts every target that begins on this occasion and is not open already. */
    static void start(DecisionContext context, TargetRule.Start occasion) {
        for (TargetRule rule : context.playbook.targets().values()) {
            if (rule.starts() == occasion
                    && context.now().findOpenClock(rule.name()).isEmpty()) {
                start(context, rule);
            }
        }
    }

    /** Starts the next cycle of a target, if there is a budget for the severity. */
    static void start(DecisionContext context, TargetRule rule) {
        budget(context, rule).ifPresent(span -> {
            String calendar = context.calendarName(calendarOf(context, rule));
            Duration budget = span.in(context.calendar(calendar));
            start(context, rule, calendar, budget);
        });
    }

    private static void start(DecisionContext context, TargetRule rule, String calendar, Duration budget) {
        start(context, rule, calendar, budget, context.calendar(calendar).plus(context.at, budget));
        CurrentPause pause = context.now().pause();
        if (pause != null) {
            pause(context, pause.reason());
        }
    }

    private static void start(DecisionContext context, TargetRule rule, String calendar, Duration budget, Instant due) {
        TargetClock before = context.now().clocks().get(rule.name());
        WorkingCalendar counted = context.calendar(calendar);
        context.emit(new Event.TargetStarted(
                rule.name(),
                before == null ? 1 : before.cycle() + 1,
                budget,
                calendar,
                due,
                TargetClock.warnings(warnings(context, rule), budget, due, counted, context.at),
                rule.nonNegotiable().contains(context.now().severity())));
    }

    /**
     * Returns whether only somebody with the permission may waive the target: because it was promised so, or because of
     * the severity now.
     */
    static boolean isNonNegotiable(DecisionContext context, TargetClock clock) {
        TargetRule rule = context.playbook.targets().get(clock.target());
        return clock.nonNegotiable()
                || (rule != null && rule.nonNegotiable().contains(context.now().severity()));
    }

    /**
     * Moves a promise to another instant. A missed promise stays missed, and the new instant becomes a promise of its
     * own.
     */
    static void move(DecisionContext context, TargetClock clock, Instant due, String reason) {
        WorkingCalendar counted = context.calendar(clock.calendar());
        Duration left = counted.between(context.at, due);
        Duration used = clock.budget().minus(clock.remainingAt(context.at, counted));
        Duration budget = clock.isMissed() || used.isNegative() ? left : used.plus(left);
        context.emit(new Event.TargetMoved(
                clock.target(),
                clock.cycle(),
                budget,
                clock.calendar(),
                clock.due(),
                due,
                TargetClock.warnings(clock.percentsLeft(), budget, due, counted, context.at),
                reason));
        TargetRule rule = context.playbook.targets().get(clock.target());
        if (clock.isPaused()) {
            context.emit(new Event.TargetPaused(clock.target(), clock.cycle(), left));
        } else if (clock.isMissed() && rule != null) {
            start(context, rule, clock.calendar(), left, due);
        }
    }

    /** Marks a target as met; one that repeats starts again at once. */
    static void meet(DecisionContext context, String target) {
        context.now().findOpenClock(target).ifPresent(clock -> {
            context.emit(new Event.TargetMet(target, clock.cycle(), clock.due()));
            TargetRule rule = context.playbook.targets().get(target);
            if (rule != null && rule.repeats() && context.now().status() == Status.ACTIVE) {
                start(context, rule);
            }
        });
    }

    /**
     * Handles a strike of a clock: a warning, or a miss. Strikes that no longer fit the state are ignored; if several
     * are due, only the last is reported (T55).
     *
     * @return the percentage of the budget that is used up, 100 for a miss; 0 if nothing happened
     */
    static int strike(DecisionContext context, String target, int cycle) {
        Optional<TargetClock> open = context.now()
                .findOpenClock(target)
                .filter(clock -> clock.cycle() == cycle && !clock.isPaused() && !clock.isMissed());
        if (open.isEmpty()) {
            return 0;
        }
        TargetClock clock = open.get();
        if (context.at.isBefore(clock.due())) {
            int percent = clock.warnings().stream()
                    .filter(warning -> !context.at.isBefore(warning.at()))
                    .mapToInt(TargetClock.Warning::percent)
                    .max()
                    .orElse(0);
            if (percent > 0) {
                context.emit(new Event.TargetWarned(target, cycle, percent));
            }
            return percent;
        }
        context.emit(new Event.TargetMissed(target, cycle, clock.due()));
        TargetRule rule = context.playbook.targets().get(target);
        if (rule != null && rule.repeats()) {
            start(context, rule);
        }
        return 100;
    }

    /** Stops all open targets, with a reason. */
    static void stopAll(DecisionContext context, String reason) {
        for (TargetClock clock : List.copyOf(context.now().clocks().values())) {
            if (clock.isOpen()) {
                context.emit(new Event.TargetStopped(clock.target(), clock.cycle(), reason));
            }
        }
    }

    /** Stops one target, if it is open. */
    static void stop(DecisionContext context, String target, String reason) {
        context.now()
                .findOpenClock(target)
                .ifPresent(clock -> context.emit(new Event.TargetStopped(target, clock.cycle(), reason)));
    }

    /** Pauses every target that pauses for this reason. */
    static void pause(DecisionContext context, String reason) {
        for (TargetClock clock : List.copyOf(context.now().clocks().values())) {
            TargetRule rule = context.playbook.targets().get(clock.target());
            if (clock.isOpen()
                    && !clock.isPaused()
                    && rule != null
                    && rule.pausesWhile().contains(reason)) {
                Duration left = context.calendar(clock.calendar()).between(context.at, clock.due());
                context.emit(new Event.TargetPaused(clock.target(), clock.cycle(), left));
            }
        }
    }

    /** Resumes every paused target with the time that was left. */
    static void resume(DecisionContext context) {
        for (TargetClock clock : List.copyOf(context.now().clocks().values())) {
            if (clock.isPaused()) {
                WorkingCalendar counted = context.calendar(clock.calendar());
                Instant due = clock.dueIfResumed(context.at, counted);
                context.emit(new Event.TargetResumed(
                        clock.target(),
                        clock.cycle(),
                        due,
                        TargetClock.warnings(clock.percentsLeft(), clock.budget(), due, counted, context.at)));
            }
        }
    }

    /**
     * Adjusts the promises to a new severity. If it is worse, a promise counts its new budget from now, but is never
     * due later than before. If it is better, the time used up and paused is kept (T21). A missed promise stays missed.
     * One that the new severity does not have stops, and one that only the new severity has starts.
     */
    static void refit(DecisionContext context, boolean worse) {
        for (TargetRule rule : context.playbook.targets().values()) {
            Optional<TargetClock> open = context.now().findOpenClock(rule.name());
            Optional<Span> span = budget(context, rule);
            if (open.isEmpty()) {
                if (rule.starts() == TargetRule.Start.ON_OPEN
                        && !context.now().clocks().containsKey(rule.name())
                        && !isDone(context, rule)) {
                    start(context, rule);
                }
            } else if (span.isEmpty()) {
                stop(context, rule.name(), context.now().severity() + " is not promised this");
            } else if (!open.get().isMissed()) {
                refit(context, rule, open.get(), span.get(), worse);
            }
        }
    }

    /** Returns whether a promise was fulfilled before it was made. */
    private static boolean isDone(DecisionContext context, TargetRule rule) {
        Escalation now = context.now();
        return switch (rule.name()) {
            case TargetRule.ACKNOWLEDGE -> now.times().acknowledged() != null;
            case TargetRule.PLAN -> now.times().planned() != null;
            case TargetRule.ROOT_CAUSE -> !now.rootCause().isEmpty();
            default -> false;
        };
    }

    private static void refit(DecisionContext context, TargetRule rule, TargetClock clock, Span span, boolean worse) {
        String name = context.calendarName(calendarOf(context, rule));
        WorkingCalendar calendar = context.calendar(name);
        Duration budget = span.in(calendar);
        Duration had = clock.remainingAt(context.at, context.calendar(clock.calendar()));
        Duration left = worse ? budget : budget.minus(clock.budget().minus(had));
        if (left.isNegative() || (worse && clock.isPaused() && had.compareTo(left) < 0)) {
            left = left.isNegative() ? Duration.ZERO : had;
        }
        Instant anew = calendar.plus(context.at, left);
        Instant due = worse && !clock.isPaused() && clock.due().isBefore(anew) ? clock.due() : anew;
        if (!due.equals(clock.due()) || !budget.equals(clock.budget())) {
            context.emit(new Event.TargetMoved(
                    rule.name(),
                    clock.cycle(),
                    budget,
                    name,
                    clock.due(),
                    due,
                    TargetClock.warnings(clock.percentsLeft(), budget, due, calendar, context.at),
                    "severity is now " + context.now().severity()));
            if (clock.isPaused()) {
                context.emit(new Event.TargetPaused(rule.name(), clock.cycle(), left));
            }
        }
    }

    /** Finds the budget of a target at the current severity for this account. */
    static Optional<Span> budget(DecisionContext context, TargetRule rule) {
        return context.playbook
                .findBudget(rule.name(), context.now().severity(), context.situation.account(), context.at)
                .map(Playbook.Budget::span);
    }

    private static String calendarOf(DecisionContext context, TargetRule rule) {
        return rule.calendar().isEmpty()
                ? context.playbook.targetCalendars().getOrDefault(context.now().severity(), "owner")
                : rule.calendar();
    }

    private static List<Integer> warnings(DecisionContext context, TargetRule rule) {
        TreeSet<Integer> percents = new TreeSet<>(rule.warn());
        for (Ladder.Level level : context.playbook.ladder().levels()) {
            for (ClimbRule climb : level.climbsWhen()) {
                if (climb instanceof ClimbRule.UsedUp(String target, int percent) && target.equals(rule.name())) {
                    percents.add(percent);
                }
            }
        }
        return List.copyOf(percents);
    }
}
