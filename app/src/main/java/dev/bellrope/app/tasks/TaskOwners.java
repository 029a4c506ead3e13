package dev.bellrope.app.tasks;

import dev.bellrope.app.directory.Referrer;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.core.task.Task;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever owes a task cannot leave the directory: it must be somebody else's first. */
@Component
class TaskOwners implements Referrer {
    private final TaskTable table;

    TaskOwners(TaskTable table) {
        this.table = table;
    }

    @Override
    public List<String> referTo(EntryKind kind, String id, int limit) {
        return kind == EntryKind.PEOPLE
                ? table.listOwned(id, limit).stream()
                        .map(Task::key)
                        .map(key -> "task " + key)
                        .toList()
                : List.of();
    }
}
