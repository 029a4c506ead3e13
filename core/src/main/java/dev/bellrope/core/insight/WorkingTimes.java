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
 * How much working time each promise of one escalation took until it was kept, late or not; a fold over its events. Counted in the
 * promise's own calendar, and without its pauses: it is what its budget was measured against.
 */
public final class WorkingTimes {
    private final Function<String, WorkingCalendar> calendars;
    private final Map<String, RunningPromise> running = new HashMap<>();
    private final Map<String, Duration> first = new HashMap<>();
    private final Map<String, Duration> sum = new HashMap<>();

    /** What is owed; not running while {@code since} is null. */
    private record RunningPromise(
            int cycle,
            String calendar,
            Duration used,
            @Nullable Instant since) {}

    /** By the calendars that recorded names stand for. */
    public WorkingTimes(Function<String, WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /** Takes in the next event. */
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
                // Nothing else touches a promise; one that was missed is owed all the same.
            }
        }
    }

    /** What the first of that promise took that was kept; empty where none was, as where there was no such promise. */
    public Optional<Duration> first(String target) {
        return Optional.ofNullable(first.get(target));
    }

    /** What all of that promise took together that were kept: of one that began anew each time that it was reopened. */
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
