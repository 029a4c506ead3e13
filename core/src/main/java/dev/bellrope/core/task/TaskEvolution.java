package dev.bellrope.core.task;

import dev.bellrope.core.task.Task.TaskClimb;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an event changes a task. Pure: folding the same events always gives the same state, and tells nobody. */
public final class TaskEvolution {
    private TaskEvolution() {}

    /**
     * Returns the state after one more event.
     *
     * @param state the state before; null before the first event
     * @throws IllegalStateException when the first event is not one that opens a task
     */
    public static Task after(@Nullable Task state, Instant at, TaskEvent event) {
        if (event instanceof TaskEvent.TaskOpened e) {
            return new TaskBuilder(at, e).done();
        }
        if (state == null) {
            throw new IllegalStateException("a task cannot begin with " + event);
        }
        TaskBuilder builder = new TaskBuilder(state);
        apply(builder, at, event);
        return builder.done();
    }

    /** The state after events that happened at an instant. */
    public static @Nullable Task after(@Nullable Task state, Instant at, List<TaskEvent> events) {
        Task now = state;
        for (TaskEvent event : events) {
            now = after(now, at, event);
        }
        return now;
    }

    private static void apply(TaskBuilder task, Instant at, TaskEvent event) {
        switch (event) {
            case TaskEvent.TaskOpened e -> throw new IllegalStateException("opened already: " + e.key());
            case TaskEvent.TaskAssigned e -> task.owner = e.to();
            case TaskEvent.TaskExcluded e -> task.excluded = e.people();
            case TaskEvent.TaskWarned ignored -> task.warnAt = null;
            case TaskEvent.TaskMissed ignored -> {
                task.warnAt = null;
                task.missed = true;
            }
            case TaskEvent.TaskClimbed e -> {
                task.climbs.add(new TaskClimb(e.to(), e.people()));
                task.nextClimb = e.next();
            }
            case TaskEvent.TaskMoved e -> task.date(e.due(), e.warnAt());
            case TaskEvent.TaskCompleted e -> task.end(TaskStatus.DONE, e.evidence(), at);
            case TaskEvent.TaskCancelled e -> task.end(TaskStatus.CANCELLED, e.reason(), at);
            case TaskEvent.TaskReopened e -> task.date(e.due(), e.warnAt());
        }
    }
}
