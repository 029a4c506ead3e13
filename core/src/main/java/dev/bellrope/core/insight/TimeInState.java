package dev.bellrope.core.insight;

import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long one escalation was in each state and, while active, on each level of the ladder; a fold over its
 * events. Times are elapsed, round the clock, and include pauses. An escalation that returns to a state continues its
 * earlier stay, so two visits are one stay.
 */
public final class TimeInState {
    private final Map<String, Duration> states = new TreeMap<>();
    private final Map<String, Duration> levels = new TreeMap<>();
    private @Nullable Status status;
    private String level = "";
    private Instant since = Instant.EPOCH;

    /**
     * A stay in a state or on a level.
     *
     * @param name the word for the state, or the level
     * @param past how long it was there before its current visit
     * @param since when its current visit began; empty if it is elsewhere
     */
    public record Stay(String name, Duration past, Optional<Instant> since) {
        /** Returns the total length of the stay until an instant. */
        public Duration until(Instant at) {
            return since.map(begun -> past.plus(Duration.between(begun, at))).orElse(past);
        }
    }

    /** Adds the next event. */
    public void add(Instant at, Event event) {
        switch (event) {
            case Event.Requested ignored -> move(at, Status.REQUESTED, level);
            case Event.Opened e -> move(at, Status.ACTIVE, e.level());
            case Event.LevelRaised e -> move(at, status, e.to());
            case Event.LevelLowered e -> move(at, status, e.to());
            case Event.Resolved ignored -> move(at, Status.RESOLVED, level);
            case Event.WatchStarted ignored -> move(at, Status.WATCH, level);
            case Event.Reopened ignored -> move(at, Status.ACTIVE, level);
            case Event.Closed ignored -> move(at, Status.CLOSED, level);
            case Event.Declined ignored -> move(at, Status.DECLINED, level);
            case Event.MergedInto ignored -> move(at, Status.MERGED, level);
            default -> {
                // Other events do not change the state or the level.
            }
        }
    }

    /**
     * Returns the stays in all states so far, including the current one; an escalation that is over has no current
     * state.
     */
    public List<Stay> states() {
        return stays(states, isOver() || status == null ? "" : status.word());
    }

    /** Returns the stays on all levels so far. */
    public List<Stay> levels() {
        return stays(levels, status == Status.ACTIVE ? level : "");
    }

    private List<Stay> stays(Map<String, Duration> past, String now) {
        Map<String, Duration> all = new TreeMap<>(past);
        if (!now.isEmpty()) {
            all.putIfAbsent(now, Duration.ZERO);
        }
        return all.entrySet().stream()
                .map(stay -> new Stay(
                        stay.getKey(),
                        stay.getValue(),
                        stay.getKey().equals(now) ? Optional.of(since) : Optional.empty()))
                .toList();
    }

    private void move(Instant at, @Nullable Status to, String toLevel) {
        if (status != null && !isOver()) {
            Duration length = Duration.between(since, at);
            if (length.isPositive()) { // a state that is passed through in an instant is not a stay
                states.merge(status.word(), length, Duration::plus);
                if (status == Status.ACTIVE) {
                    levels.merge(level, length, Duration::plus);
                }
            }
        }
        status = to;
        level = toLevel;
        since = at;
    }

    private boolean isOver() {
        return status != null && status.isOver();
    }
}
