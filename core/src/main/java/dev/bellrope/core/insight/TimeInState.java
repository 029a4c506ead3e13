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
 * How long one escalation was in each state and, while it was at work, on each level of the ladder; a fold over its events. By the wall
 * clock, round the clock: a pause is part of a stay. Whoever comes back goes on where they left off, so two visits are one stay.
 */
public final class TimeInState {
    private final Map<String, Duration> states = new TreeMap<>();
    private final Map<String, Duration> levels = new TreeMap<>();
    private @Nullable Status status;
    private String level = "";
    private Instant since = Instant.EPOCH;

    /**
     * A stay.
     *
     * @param name the state's word, or the level
     * @param past how long it was there before it came there last
     * @param since since when it is there now; empty: it is elsewhere
     */
    public record Stay(String name, Duration past, Optional<Instant> since) {
        /** How long in all, as of then. */
        public Duration until(Instant at) {
            return since.map(begun -> past.plus(Duration.between(begun, at))).orElse(past);
        }
    }

    /** Takes in the next event. */
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
                // Everything else leaves it where it is.
            }
        }
    }

    /** The states that it was in, the present one among them; what is over is in no state any more. */
    public List<Stay> states() {
        return stays(states, isOver() || status == null ? "" : status.word());
    }

    /** The levels that it was on. */
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
            if (length.isPositive()) { // what is passed through at one instant is no stay
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
