package dev.bellrope.core.clock;

import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The target clock of one promise: a budget of working time, and what has happened to it so far.
 *
 * <p>A missed promise stays missed, even while it is paused or after it is met late (T22).
 *
 * @param target the target's name, {@code acknowledge}
 * @param cycle 1 for the first time that it is owed, counting up for promises that repeat
 * @param budget the working time promised
 * @param calendar the name of the calendar that it is counted in
 * @param started when it was promised
 * @param due when it is due, as things stand; meaningless while it is paused
 * @param warnings the warnings that are still to come, earliest first
 * @param nonNegotiable whether only somebody with the permission may waive it
 * @param pausedAt when it was paused; null if it is not paused
 * @param remaining the budget that was left when it was paused; zero if it is not paused
 * @param missedAt when it was missed; null if it was not
 * @param stoppedAt when it ended; null while it is open
 * @param kept whether it ended because it was met, rather than because it was no longer owed
 */
public record TargetClock(
        String target,
        int cycle,
        Duration budget,
        String calendar,
        Instant started,
        Instant due,
        List<Warning> warnings,
        boolean nonNegotiable,
        @Nullable Instant pausedAt,
        Duration remaining,
        @Nullable Instant missedAt,
        @Nullable Instant stoppedAt,
        boolean kept) {

    /** The status of a clock, as a badge shows it. */
    public enum ClockStatus {
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        /** Ended without being met or missed: it was waived, or is no longer owed. */
        STOPPED
    }

    /**
     * A warning to come.
     *
     * @param percent the percentage of the budget that is used up then, 1..99
     * @param at when
     */
    public record Warning(int percent, Instant at) {}

    public TargetClock {
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns when to warn about a promise: each instant is in working time, but none is before {@code notBefore} (T2).
     *
     * @param percents percentages of the budget, each 1..99
     */
    public static List<Warning> warnings(
            Collection<Integer> percents, Duration budget, Instant due, WorkingCalendar counted, Instant notBefore) {
        return new TreeSet<>(percents)
                .stream()
                        .map(percent -> {
                            Duration before =
                                    budget.multipliedBy(100L - percent).dividedBy(100);
                            Instant at = counted.minus(due, before);
                            return new Warning(percent, at.isBefore(notBefore) ? notBefore : at);
                        })
                        .toList();
    }

    /**
     * Starts the clock of a new promise.
     *
     * @throws IllegalArgumentException if the budget is negative
     */
    public static TargetClock start(
            String target,
            int cycle,
            Duration budget,
            WorkingCalendar calendar,
            Instant started,
            Collection<Integer> percents,
            boolean nonNegotiable) {
        Instant due = calendar.plus(started, budget);
        List<Warning> warnings = warnings(percents, budget, due, calendar, started);
        return started(target, cycle, budget, calendar.name(), started, due, warnings, nonNegotiable);
    }

    /** Starts the clock of a recorded promise, with the due instant that was promised then. */
    public static TargetClock started(
            String target,
            int cycle,
            Duration budget,
            String calendar,
            Instant started,
            Instant due,
            List<Warning> warnings,
            boolean nonNegotiable) {
        return new TargetClock(
                target,
                cycle,
                budget,
                calendar,
                started,
                due,
                warnings,
                nonNegotiable,
                null,
                Duration.ZERO,
                null,
                null,
                false);
    }

    /** Returns whether the promise is still owed: neither met nor stopped. */
    public boolean isOpen() {
        return stoppedAt == null;
    }

    /** Returns whether it is open and paused. */
    public boolean isPaused() {
        return isOpen() && pausedAt != null;
    }

    /** Returns whether it was missed, whatever has happened since. */
    public boolean isMissed() {
        return missedAt != null;
    }

    /** Returns its status; {@code MISSED} takes precedence over {@code PAUSED} so that no label hides a miss (T22). */
    public ClockStatus status() {
        if (missedAt != null) {
            return ClockStatus.MISSED;
        }
        if (stoppedAt != null) {
            return kept ? ClockStatus.MET : ClockStatus.STOPPED;
        }
        return pausedAt != null ? ClockStatus.PAUSED : ClockStatus.RUNNING;
    }

    /**
     * Returns the working time left at an instant: constant while paused (T19), negative when overdue. If the promise
     * ended while paused, returns what was left then.
     */
    public Duration remainingAt(Instant at, WorkingCalendar counted) {
        if (pausedAt != null) {
            return remaining;
        }
        Instant end = stoppedAt == null ? at : stoppedAt;
        return counted.between(end, due);
    }

    /** Returns the clock paused, so that its budget no longer runs down. Pausing a paused clock changes nothing. */
    public TargetClock pause(Instant at, WorkingCalendar counted) {
        if (!isOpen() || pausedAt != null) {
            return this;
        }
        return pausedWith(at, counted.between(at, due));
    }

    /** Returns the clock paused with this much of its budget left, even if it is paused already. */
    public TargetClock pausedWith(Instant at, Duration left) {
        return !isOpen() ? this : with(due, warnings, pausedAt == null ? at : pausedAt, left, missedAt, null, false);
    }

    /**
     * Returns when it would be due if it resumed at {@code at}: with the remaining time counted from there (T18, T20).
     * One that was overdue when it paused stays due when it was.
     */
    public Instant dueIfResumed(Instant at, WorkingCalendar counted) {
        if (remaining.isNegative()) {
            return due;
        }
        return counted.plus(at, remaining);
    }

    /** Returns the percentages of the warnings that are still to come. */
    public List<Integer> percentsLeft() {
        return warnings.stream().map(Warning::percent).toList();
    }

    /** Returns the clock running again, with a new due instant. */
    public TargetClock resume(Instant newDue, List<Warning> newWarnings) {
        return pausedAt == null ? this : with(newDue, newWarnings, null, Duration.ZERO, missedAt, stoppedAt, kept);
    }

    /** Returns the clock with another budget and due instant; earlier warnings and a miss still stand. */
    public TargetClock reschedule(Duration newBudget, String newCalendar, Instant newDue, List<Warning> newWarnings) {
        return new TargetClock(
                target,
                cycle,
                newBudget,
                newCalendar,
                started,
                newDue,
                newWarnings,
                nonNegotiable,
                pausedAt,
                remaining,
                missedAt,
                stoppedAt,
                kept);
    }

    /** Returns the clock after a warning. */
    public TargetClock warned(int percent) {
        return with(
                due,
                warnings.stream().filter(left -> left.percent() > percent).toList(),
                pausedAt,
                remaining,
                missedAt,
                stoppedAt,
                kept);
    }

    /** Returns the clock after a miss. */
    public TargetClock missed(Instant at) {
        return missedAt != null ? this : with(due, List.of(), pausedAt, remaining, at, stoppedAt, kept);
    }

    /** Returns the clock with the promise met; a promise that is met late stays missed. */
    public TargetClock keep(Instant at) {
        return stoppedAt != null ? this : with(due, warnings, pausedAt, remaining, missedAt, at, true);
    }

    /** Returns the clock stopped, because the promise is no longer owed. */
    public TargetClock stop(Instant at) {
        return stoppedAt != null ? this : with(due, warnings, pausedAt, remaining, missedAt, at, false);
    }

    /** Returns its next strike: the next warning, or else the due instant; empty if it is paused, missed or ended. */
    public Optional<ClockStrike> nextStrike() {
        if (!isOpen() || pausedAt != null || missedAt != null) {
            return Optional.empty();
        }
        if (!warnings.isEmpty() && !warnings.getFirst().at().isAfter(due)) {
            Warning next = warnings.getFirst();
            return Optional.of(new ClockStrike(target, cycle, next.percent(), next.at()));
        }
        return Optional.of(new ClockStrike(target, cycle, 100, due));
    }

    private TargetClock with(
            Instant newDue,
            List<Warning> newWarnings,
            @Nullable Instant newPausedAt,
            Duration newRemaining,
            @Nullable Instant newMissedAt,
            @Nullable Instant newStoppedAt,
            boolean newKept) {
        return new TargetClock(
                target,
                cycle,
                budget,
                calendar,
                started,
                newDue,
                newWarnings,
                nonNegotiable,
                newPausedAt,
                newRemaining,
                newMissedAt,
                newStoppedAt,
                newKept);
    }

    /**
     * A strike of a clock.
     *
     * @param target the target's name
     * @param cycle the target's cycle
     * @param percent the percentage of the budget that is used up: a warning below 100, a miss at 100
     * @param at when
     */
    public record ClockStrike(String target, int cycle, int percent, Instant at) {}
}
