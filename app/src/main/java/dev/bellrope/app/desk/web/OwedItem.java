package dev.bellrope.app.desk.web;

import dev.bellrope.app.escalations.acts.Duty;
import dev.bellrope.core.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that a person owes: a duty within an escalation, or a task.
 *
 * @param due when it is due; empty if it has no due date
 * @param duty the duty; empty if it is a task
 * @param task the task; empty if it is owed within an escalation
 */
public record OwedItem(Optional<Instant> due, Optional<Duty> duty, Optional<Task> task) {
    /** By due date; items without one come last. */
    private static final Comparator<OwedItem> ORDER =
            Comparator.comparing(owed -> owed.due().orElse(Instant.MAX));

    /**
     * @param duties in their own order, which items with the same due date keep
     */
    static List<OwedItem> inOrder(List<Duty> duties, List<Task> tasks) {
        List<OwedItem> all = new ArrayList<>();
        duties.forEach(duty -> all.add(new OwedItem(duty.due(), Optional.of(duty), Optional.empty())));
        tasks.forEach(task -> all.add(new OwedItem(Optional.of(task.due()), Optional.empty(), Optional.of(task))));
        all.sort(ORDER);
        return all;
    }
}
