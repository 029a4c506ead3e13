package dev.bellrope.app.tasks.web;

import dev.bellrope.app.tasks.TaskHappening;
import dev.bellrope.core.task.TaskEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An event of a task, for its page.
 *
 * @param text the last part of the text's key, such as {@code missed}
 * @param due the due date that it concerns, if any
 * @param whom the names of the people it concerns, if any
 * @param more the reason or evidence given; may be empty
 */
public record TaskLine(Instant at, String by, String text, Optional<Instant> due, String whom, String more) {
    static TaskLine of(TaskHappening happening, UnaryOperator<String> names) {
        return switch (happening.event()) {
            case TaskEvent.TaskOpened e -> line(happening, e.due(), "");
            case TaskEvent.TaskAssigned e ->
                e.to().isEmpty()
                        ? line(happening, "unassigned", "", e.reason())
                        : line(happening, happening.name(), names.apply(e.to()), e.reason());
            case TaskEvent.TaskExcluded e -> line(happening, happening.name(), all(e.people(), names), "");
            case TaskEvent.TaskWarned e -> line(happening, e.due(), "");
            case TaskEvent.TaskMissed e -> line(happening, e.due(), "");
            case TaskEvent.TaskClimbed e ->
                e.people().isEmpty()
                        ? line(happening, "passed-over", e.to(), "")
                        : line(happening, happening.name(), all(e.people(), names), "");
            case TaskEvent.TaskMoved e -> line(happening, e.due(), e.reason());
            case TaskEvent.TaskCompleted e -> line(happening, happening.name(), "", e.evidence());
            case TaskEvent.TaskCancelled e -> line(happening, happening.name(), "", e.reason());
            case TaskEvent.TaskReopened e -> line(happening, e.due(), e.reason());
        };
    }

    private static TaskLine line(TaskHappening of, Instant due, String more) {
        return new TaskLine(of.at(), of.actorName(), of.name(), Optional.of(due), "", more);
    }

    private static TaskLine line(TaskHappening of, String text, String whom, String more) {
        return new TaskLine(of.at(), of.actorName(), text, Optional.empty(), whom, more);
    }

    private static String all(List<String> people, UnaryOperator<String> names) {
        return people.stream().map(names).collect(Collectors.joining(", "));
    }
}
