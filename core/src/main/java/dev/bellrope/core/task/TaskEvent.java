package dev.bellrope.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a task. */
public sealed interface TaskEvent {
    /** It is owed from here on. */
    record TaskOpened(
            String key,
            String origin,
            String title,
            String note,
            TaskTopic topic,
            String owner,
            String by,
            String calendar,
            Instant due,
            int warn,
            @Nullable Instant warnAt,
            List<String> climbsTo,
            Duration climbsEvery,
            List<String> excluded)
            implements TaskEvent {
        /** One that was recorded before anybody could be excluded excludes nobody. */
        public TaskOpened {
            excluded = List.copyOf(Objects.requireNonNullElse(excluded, List.of()));
        }
    }

    /** Somebody else owes it from here on; nobody, where {@code to} is empty. */
    record TaskAssigned(String from, String to, String reason) implements TaskEvent {}

    /** These may not have it, nor say that it is done: all of them, from here on. */
    record TaskExcluded(List<String> people) implements TaskEvent {
        public TaskExcluded {
            people = List.copyOf(people);
        }
    }

    /** Its date is close. */
    record TaskWarned(Instant due) implements TaskEvent {}

    /** It was not done by its date. */
    record TaskMissed(Instant due) implements TaskEvent {}

    /**
     * It climbed to somebody.
     *
     * @param people who that is; empty: nobody new could be found, so it went on
     * @param already who else that would be, but they owe it, or it has climbed to them before
     * @param next when it climbs further; null: this was the last step, or it went on at once
     */
    record TaskClimbed(
            String to,
            List<String> people,
            List<String> already,
            @Nullable Instant next) implements TaskEvent {}

    /** It was given another date. */
    record TaskMoved(Instant from, Instant due, @Nullable Instant warnAt, String reason) implements TaskEvent {}

    /** It was done. */
    record TaskCompleted(String evidence) implements TaskEvent {}

    /** It is owed no more. */
    record TaskCancelled(String reason) implements TaskEvent {}

    /** It is owed after all. */
    record TaskReopened(Instant due, @Nullable Instant warnAt, String reason) implements TaskEvent {}
}
