package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Decision;
import java.util.List;

/** The result of a command to a task. */
public sealed interface TaskDecision {
    /**
     * The command was accepted, and this is what happened; nothing when it asked for what is already so.
     *
     * @param events in order
     */
    record TaskAccepted(List<TaskEvent> events) implements TaskDecision {
        public TaskAccepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command was refused.
     *
     * @param kind what it failed on
     * @param why in a sentence, for the person who asked
     */
    record TaskRefused(Decision.RefusalKind kind, String why) implements TaskDecision {}
}
