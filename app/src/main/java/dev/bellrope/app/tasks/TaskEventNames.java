package dev.bellrope.app.tasks;

import dev.bellrope.core.task.TaskEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names under which events of tasks are kept for ever; a class may be renamed, its name here may not. */
final class TaskEventNames {
    private static final Map<String, Class<? extends TaskEvent>> CLASSES = new LinkedHashMap<>();

    static {
        CLASSES.put("opened", TaskEvent.TaskOpened.class);
        CLASSES.put("assigned", TaskEvent.TaskAssigned.class);
        CLASSES.put("excluded", TaskEvent.TaskExcluded.class);
        CLASSES.put("warned", TaskEvent.TaskWarned.class);
        CLASSES.put("missed", TaskEvent.TaskMissed.class);
        CLASSES.put("climbed", TaskEvent.TaskClimbed.class);
        CLASSES.put("moved", TaskEvent.TaskMoved.class);
        CLASSES.put("done", TaskEvent.TaskCompleted.class);
        CLASSES.put("cancelled", TaskEvent.TaskCancelled.class);
        CLASSES.put("reopened", TaskEvent.TaskReopened.class);
    }

    private TaskEventNames() {}

    static Map<String, Class<? extends TaskEvent>> all() {
        return Map.copyOf(CLASSES);
    }

    static String of(TaskEvent event) {
        return CLASSES.entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no name is kept for " + event.getClass()));
    }

    static Class<? extends TaskEvent> type(String name) {
        Class<? extends TaskEvent> type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalStateException("no event of a task is known by the name '" + name + "'");
        }
        return type;
    }
}
