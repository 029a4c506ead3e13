package dev.bellrope.core.task;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Alarm;
import java.util.List;

/** Everything that can be asked of a task. */
public sealed interface TaskCommand {
    /**
     * Opens one.
     *
     * @param key the key that it is given
     * @param origin what it comes from; empty: from whoever opens it
     * @param note what else there is to say; may be empty
     * @param owner the id of the person who owes it; only Bellrope itself may leave it empty
     * @param calendar the name of one of the playbook's calendars; empty: round the clock
     * @param warn the share of its time, in percent, at which the owner is warned, 1 to 99; 0: never
     * @param climbsTo ids of people, or duties
     * @param climbsEvery how long each of them has before it goes on
     * @param excluded the ids of those who may neither owe it nor say that it is done
     */
    record OpenTask(
            String key,
            String origin,
            String title,
            String note,
            TaskTopic topic,
            String owner,
            TaskDue due,
            String calendar,
            int warn,
            List<String> climbsTo,
            Span climbsEvery,
            List<String> excluded)
            implements TaskCommand {
        public OpenTask {
            climbsTo = List.copyOf(climbsTo);
            excluded = List.copyOf(excluded);
        }

        /** One that everybody may have. */
        public OpenTask(
                String key,
                String origin,
                String title,
                String note,
                TaskTopic topic,
                String owner,
                TaskDue due,
                String calendar,
                int warn,
                List<String> climbsTo,
                Span climbsEvery) {
            this(key, origin, title, note, topic, owner, due, calendar, warn, climbsTo, climbsEvery, List.of());
        }
    }

    /** Gives it to somebody else. */
    record AssignTask(String person, String reason) implements TaskCommand {}

    /**
     * Says who may not have it, in place of what was said before; only Bellrope itself does.
     *
     * @param instead who owes it if its owner is among them; empty: nobody
     */
    record ExcludeFromTask(List<String> people, String instead, String reason) implements TaskCommand {
        public ExcludeFromTask {
            people = List.copyOf(people);
        }
    }

    /** Gives it another date. */
    record MoveTask(TaskDue due, String reason) implements TaskCommand {}

    /** Says that it is done, and what shows it. */
    record CompleteTask(String evidence) implements TaskCommand {}

    /** Says that it is owed no more. */
    record CancelTask(String reason) implements TaskCommand {}

    /** Says that it is owed after all. */
    record ReopenTask(TaskDue due, String reason) implements TaskCommand {}

    /** An alarm went off. */
    record StrikeTask(Alarm alarm) implements TaskCommand {}
}
