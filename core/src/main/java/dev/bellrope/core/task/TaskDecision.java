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
     * @param field what of the command it failed on, such as {@code climbsTo}, if it failed on one part; else empty
     * @param allowed what its state allows, whoever asks, if it failed on that; else empty
     */
    record TaskRefused(Decision.RefusalKind kind, String why, String field, List<TaskAct> allowed)
            implements TaskDecision {
        public TaskRefused {
            allowed = List.copyOf(allowed);
        }

        static TaskRefused of(Decision.RefusalKind kind, String why) {
            return new TaskRefused(kind, why, "", List.of());
        }

        static TaskRefused content(String field, String why) {
            return new TaskRefused(Decision.RefusalKind.CONTENT, why, field, List.of());
        }
    }
}
