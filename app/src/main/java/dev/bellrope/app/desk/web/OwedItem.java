package dev.bellrope.app.desk.web;

import dev.bellrope.core.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody owes: something within an escalation, or a task.
 *
 * @param due by when; empty where nothing runs down
 * @param duty empty: it is a task
 * @param task empty: it is owed within an escalation
 */
public record OwedItem(Optional<Instant> due, Optional<Duty> duty, Optional<Task> task) {
    /** What slips first first; what has no date comes last. */
    private static final Comparator<OwedItem> ORDER =
            Comparator.comparing(owed -> owed.due().orElse(Instant.MAX));

    /** @param duties in their own order, which those of the same date keep */
    static List<OwedItem> inOrder(List<Duty> duties, List<Task> tasks) {
        List<OwedItem> all = new ArrayList<>();
        duties.forEach(duty -> all.add(new OwedItem(duty.due(), Optional.of(duty), Optional.empty())));
        tasks.forEach(task -> all.add(new OwedItem(Optional.of(task.due()), Optional.empty(), Optional.of(task))));
        all.sort(ORDER);
        return all;
    }
}
