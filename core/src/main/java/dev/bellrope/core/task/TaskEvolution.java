package dev.bellrope.core.task;

import dev.bellrope.core.task.Task.TaskClimb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an event changes a task. Pure: folding the same events always gives the same state, and tells nobody. */
public final class TaskEvolution {
    private TaskEvolution() {}

    /**
     * The state after one event more.
     *
     * @param state the state before; null before the first event
     * @throws IllegalStateException when the first event is not one that opens a task
     */
    public static Task after(@Nullable Task state, Instant at, TaskEvent event) {
        if (event instanceof TaskEvent.TaskOpened e) {
            return opened(at, e);
        }
        if (state == null) {
            throw new IllegalStateException("a task cannot begin with " + event);
        }
        return switch (event) {
            case TaskEvent.TaskOpened e -> opened(at, e);
            case TaskEvent.TaskAssigned e -> with(state, e.to(), state.warnAt(), state.missed());
            case TaskEvent.TaskWarned ignored -> with(state, state.owner(), null, state.missed());
            case TaskEvent.TaskMissed ignored -> with(state, state.owner(), null, true);
            case TaskEvent.TaskClimbed e -> {
                List<TaskClimb> climbs = new ArrayList<>(state.climbs());
                climbs.add(new TaskClimb(e.to(), e.people()));
                yield with(state, climbs, e.next());
            }
            case TaskEvent.TaskMoved e -> dated(state, e.due(), e.warnAt());
            case TaskEvent.TaskCompleted e -> ended(state, TaskStatus.DONE, e.evidence(), at);
            case TaskEvent.TaskCancelled e -> ended(state, TaskStatus.CANCELLED, e.reason(), at);
            case TaskEvent.TaskReopened e -> dated(state, e.due(), e.warnAt());
        };
    }

    /** The state after events that happened at an instant. */
    public static @Nullable Task after(@Nullable Task state, Instant at, List<TaskEvent> events) {
        Task now = state;
        for (TaskEvent event : events) {
            now = after(now, at, event);
        }
        return now;
    }

    private static Task opened(Instant at, TaskEvent.TaskOpened e) {
        return new Task(
                e.key(),
                e.origin(),
                e.title(),
                e.note(),
                e.topic(),
                e.owner(),
                e.by(),
                at,
                e.calendar(),
                e.due(),
                e.warn(),
                e.warnAt(),
                e.climbsTo(),
                e.climbsEvery(),
                1,
                false,
                List.of(),
                null,
                TaskStatus.OPEN,
                "",
                null);
    }

    private static Task with(Task t, String owner, @Nullable Instant warnAt, boolean missed) {
        return new Task(
                t.key(),
                t.origin(),
                t.title(),
                t.note(),
                t.topic(),
                owner,
                t.openedBy(),
                t.opened(),
                t.calendar(),
                t.due(),
                t.warn(),
                warnAt,
                t.climbsTo(),
                t.climbsEvery(),
                t.cycle(),
                missed,
                t.climbs(),
                t.nextClimb(),
                t.status(),
                t.outcome(),
                t.ended());
    }

    private static Task with(Task t, List<TaskClimb> climbs, @Nullable Instant nextClimb) {
        return new Task(
                t.key(),
                t.origin(),
                t.title(),
                t.note(),
                t.topic(),
                t.owner(),
                t.openedBy(),
                t.opened(),
                t.calendar(),
                t.due(),
                t.warn(),
                t.warnAt(),
                t.climbsTo(),
                t.climbsEvery(),
                t.cycle(),
                t.missed(),
                climbs,
                nextClimb,
                t.status(),
                t.outcome(),
                t.ended());
    }

    /** Owed by another date: nothing of the one before is missed, and it begins at the foot of its way up. */
    private static Task dated(Task t, Instant due, @Nullable Instant warnAt) {
        return new Task(
                t.key(),
                t.origin(),
                t.title(),
                t.note(),
                t.topic(),
                t.owner(),
                t.openedBy(),
                t.opened(),
                t.calendar(),
                due,
                t.warn(),
                warnAt,
                t.climbsTo(),
                t.climbsEvery(),
                t.cycle() + 1,
                false,
                List.of(),
                null,
                TaskStatus.OPEN,
                "",
                null);
    }

    private static Task ended(Task t, TaskStatus status, String outcome, Instant at) {
        return new Task(
                t.key(),
                t.origin(),
                t.title(),
                t.note(),
                t.topic(),
                t.owner(),
                t.openedBy(),
                t.opened(),
                t.calendar(),
                t.due(),
                t.warn(),
                null,
                t.climbsTo(),
                t.climbsEvery(),
                t.cycle(),
                t.missed(),
                t.climbs(),
                null,
                status,
                outcome,
                at);
    }
}
