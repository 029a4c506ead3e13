package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is promised, and how the promises fare.
 *
 * @param clocks the newest clock of each target
 * @param misses how often each target was missed since the escalation reached its level
 * @param pause why the escalation waits; null when it does not
 */
public record Promises(
        Map<String, TargetClock> clocks,
        Map<String, Integer> misses,
        @Nullable CurrentPause pause) {
    public Promises {
        clocks = Collections.unmodifiableMap(new TreeMap<>(clocks));
        misses = Collections.unmodifiableMap(new TreeMap<>(misses));
    }
}
