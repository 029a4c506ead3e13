package dev.bellrope.app.tasks;

import dev.bellrope.core.task.TaskStatus;
import java.util.Optional;

/**
 * Which tasks are listed; what is empty does not matter.
 *
 * @param status {@code open}, {@code done} or {@code cancelled}
 * @param owner a person's id
 * @param topicKind {@code escalation} or {@code account}
 * @param topicKey the escalation's key or the account's id
 * @param missed only those that were not done by their date
 */
public record TaskFilter(
        Optional<String> status,
        Optional<String> owner,
        Optional<String> topicKind,
        Optional<String> topicKey,
        boolean missed) {
    /** All of a status. */
    public static TaskFilter of(TaskStatus status) {
        return new TaskFilter(Optional.of(status.word()), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
