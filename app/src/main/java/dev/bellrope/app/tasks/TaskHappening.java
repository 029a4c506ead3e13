package dev.bellrope.app.tasks;

import dev.bellrope.core.task.TaskEvent;
import java.time.Instant;

/**
 * Something that happened to a task.
 *
 * @param sequence counting from 1 within the task
 * @param actor the id of whoever did it
 * @param actorName their name as it was then
 */
public record TaskHappening(long sequence, Instant at, String actor, String actorName, TaskEvent event) {
    /** The name of the event: {@code missed}. */
    public String name() {
        return TaskEventNames.of(event);
    }
}
