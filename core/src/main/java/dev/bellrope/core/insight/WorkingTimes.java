package dev.bellrope.core.insight;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures the working time that each promise of one escalation took until it was met, late or not; a fold over its
 * events. Time is counted in the promise's own calendar and without pauses, as its budget is.
 */
public final class WorkingTimes {
    private final Function<String, WorkingCalendar> calendars;
    private final Map<String, RunningPromise> running = new HashMap<>();
    private final Map<String, Duration> first = new HashMap<>();
    private final Map<String, Duration> sum = new HashMap<>();

    /** A promise that is owed; not running while {@code since} is null. */
    private record RunningPromise(
            int cycle,
            String calendar,
            Duration used,
            @Nullable Instant since) {}

    /** Creates a measurement with a lookup of calendars by their recorded names. */
    public WorkingTimes(Function<String, WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /** Adds the next event. */
    public void add(Instant at, Event event) {
        switch (event) {
            case Event.TargetStarted e ->
                running.put(e.target(), new RunningPromise(e.cycle(), e.calendar(), Duration.ZERO, at));
            case Event.TargetPaused e ->
                change(
                        e.target(),
                        e.cycle(),
                        run -> new RunningPromise(run.cycle(), run.calendar(), used(run, at), null));
            case Event.TargetResumed e ->
                change(
                        e.target(),
                        e.cycle(),
                        run -> new RunningPromise(run.cycle(), run.calendar(), used(run, at), at));
            case Event.TargetMoved e ->
                change(
                        e.target(),
                        e.cycle(),
                        run -> new RunningPromise(
                                run.cycle(), e.calendar(), used(run, at), run.since() == null ? null : at));
            case Event.TargetMet e -> kept(at, e.target(), e.cycle());
            case Event.TargetStopped e -> change(e.target(), e.cycle(), run -> null);
            case Event.TargetWaived e -> change(e.target(), e.cycle(), run -> null);
            default -> {
                // Other events do not affect promises; a missed promise is still owed.
            }
        }
    }

    /**
     * Returns the working time of the first cycle of a promise that was met; empty if none was, or there was no such
     * promise.
     */
    public Optional<Duration> first(String target) {
        return Optional.ofNullable(first.get(target));
    }

    /**
     * Returns the total working time of all cycles of a promise that were met, such as those of a promise that started
     * over each time the escalation was reopened.
     */
    public Optional<Duration> sum(String target) {
        return Optional.ofNullable(sum.get(target));
    }

    private void kept(Instant at, String target, int cycle) {
        change(target, cycle, run -> {
            Duration took = used(run, at);
            first.putIfAbsent(target, took);
            sum.merge(target, took, Duration::plus);
            return null;
        });
    }

    private void change(String target, int cycle, Function<RunningPromise, @Nullable RunningPromise> change) {
        running.computeIfPresent(target, (name, run) -> run.cycle() == cycle ? change.apply(run) : run);
    }

    private Duration used(RunningPromise run, Instant at) {
        return run.since() == null
                ? run.used()
                : run.used().plus(calendars.apply(run.calendar()).between(run.since(), at));
    }
}
