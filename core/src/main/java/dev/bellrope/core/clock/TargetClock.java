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
 * The running measurement of one promise: a budget of working time, and what happened to it so far.
 *
 * <p>A missed promise stays missed, also while it is paused and after it was kept late (T22).
 *
 * @param target the target's name, {@code acknowledge}
 * @param cycle 1 for the first time that it is owed, counting up for promises that repeat
 * @param budget the working time promised
 * @param calendar the name of the calendar in which it is counted
 * @param started when it was promised
 * @param due when it is due, as things stand; meaningless while paused
 * @param warnings when to warn, those not yet warned of, earliest first
 * @param nonNegotiable whether only somebody entitled may waive it
 * @param pausedAt since when it is paused; null when it is not
 * @param remaining the budget that was left when it was paused; zero when it is not paused
 * @param missedAt when it was missed; null when it was not
 * @param stoppedAt when it ended; null while it is open
 * @param kept whether it ended by being kept, rather than by being no longer owed
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

    /** What a badge says. */
    public enum ClockStatus {
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        /** Ended without having been kept or missed: it was waived, or nothing is owed any more. */
        STOPPED
    }

    /**
     * A warning to come.
     *
     * @param percent how much of the budget is used up then, 1..99
     * @param at when
     */
    public record Warning(int percent, Instant at) {}

    public TargetClock {
        warnings = List.copyOf(warnings);
    }

    /**
     * When to warn of a promise: each instant lies inside the calendar, and none before {@code notBefore} (T2).
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
     * A new promise, made at {@code started}.
     *
     * @throws IllegalArgumentException when the budget is negative
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

    /** A promise as it was recorded, with the due instant that was promised then. */
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

    /** Whether it is still owed: neither kept nor stopped. */
    public boolean isOpen() {
        return stoppedAt == null;
    }

    /** Whether it is open and paused. */
    public boolean isPaused() {
        return isOpen() && pausedAt != null;
    }

    /** Whether it was missed, whatever happened since. */
    public boolean isMissed() {
        return missedAt != null;
    }

    /** The one word for it; {@code MISSED} outranks {@code PAUSED} so that no label hides a miss (T22). */
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
     * The working time left at an instant: constant while paused (T19), negative once overdue. A promise that ended while it
     * was paused ended with what was left then.
     */
    public Duration remainingAt(Instant at, WorkingCalendar counted) {
        if (pausedAt != null) {
            return remaining;
        }
        Instant end = stoppedAt == null ? at : stoppedAt;
        return counted.between(end, due);
    }

    /** The same promise, its budget no longer running down. Pausing a paused clock changes nothing. */
    public TargetClock pause(Instant at, WorkingCalendar counted) {
        if (!isOpen() || pausedAt != null) {
            return this;
        }
        return pausedWith(at, counted.between(at, due));
    }

    /** The same promise, paused with that much of its budget left; one that is paused already is given that much. */
    public TargetClock pausedWith(Instant at, Duration left) {
        return !isOpen() ? this : with(due, warnings, pausedAt == null ? at : pausedAt, left, missedAt, null, false);
    }

    /** The due instant that resuming at {@code at} would give: what was left, counted on from there (T18, T20). */
    public Instant dueIfResumed(Instant at, WorkingCalendar counted) {
        if (remaining.isNegative()) {
            return due;
        }
        return counted.plus(at, remaining);
    }

    /** The percentages that are yet to be warned of. */
    public List<Integer> percentsLeft() {
        return warnings.stream().map(Warning::percent).toList();
    }

    /** The same promise running again, due at the given instant. */
    public TargetClock resume(Instant newDue, List<Warning> newWarnings) {
        return pausedAt == null ? this : with(newDue, newWarnings, null, Duration.ZERO, missedAt, stoppedAt, kept);
    }

    /** The same promise with another budget and due instant; what was warned of or missed stays so. */
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

    /** The same promise after a warning. */
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

    /** The same promise, missed. */
    public TargetClock missed(Instant at) {
        return missedAt != null ? this : with(due, List.of(), pausedAt, remaining, at, stoppedAt, kept);
    }

    /** The same promise, kept; a promise kept late stays missed. */
    public TargetClock keep(Instant at) {
        return stoppedAt != null ? this : with(due, warnings, pausedAt, remaining, missedAt, at, true);
    }

    /** The same promise, no longer owed. */
    public TargetClock stop(Instant at) {
        return stoppedAt != null ? this : with(due, warnings, pausedAt, remaining, missedAt, at, false);
    }

    /** When it strikes next: the first warning that is left, else the due instant; nothing when paused or ended. */
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
     * One strike of a clock.
     *
     * @param target the target's name
     * @param cycle the target's cycle
     * @param percent how much of the budget is used up: a warning below 100, the miss at 100
     * @param at when
     */
    public record ClockStrike(String target, int cycle, int percent, Instant at) {}
}
