package dev.bellrope.app.tasks;

import dev.bellrope.core.task.TaskEvent;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a task.
 *
 * @param sequence counting from 1 within the task
 * @param actor the id of whoever did it
 * @param actorName their name as it was then
 */
public record TaskHappening(long sequence, Instant at, String actor, String actorName, TaskEvent event) {
    /** The type by which programs know it, such as {@code task.missed}. */
    public String type() {
        return type(name());
    }

    /** The type of the events of a name. */
    public static String type(String name) {
        return "task." + name;
    }

    /** Its own fields, as they are stored. */
    public Map<String, Object> details() {
        return TaskJson.fields(event);
    }

    /** The name of the event: {@code missed}. */
    public String name() {
        return TaskEventNames.of(event);
    }
}
