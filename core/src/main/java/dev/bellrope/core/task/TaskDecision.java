package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Decision;
import java.util.List;

/** What came of a command to a task. */
public sealed interface TaskDecision {
    /**
     * It is done, and this is what happened; nothing at all when the command asked for what already is.
     *
     * @param events in order
     */
    record TaskAccepted(List<TaskEvent> events) implements TaskDecision {
        public TaskAccepted {
            events = List.copyOf(events);
        }
    }

    /**
     * It is not done.
     *
     * @param kind what stands against it
     * @param why in a sentence, for the person who asked
     */
    record TaskRefused(Decision.RefusalKind kind, String why) implements TaskDecision {}
}
