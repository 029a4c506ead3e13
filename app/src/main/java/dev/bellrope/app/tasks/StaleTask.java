package dev.bellrope.app.tasks;

import java.util.List;

/** Thrown when somebody else acted on a task in the meantime; says what has happened since. Nothing was done. */
public final class StaleTask extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<TaskHappening> since;

    StaleTask(String key, List<TaskHappening> since) {
        super(key + " has changed since you saw it");
        this.since = List.copyOf(since);
    }

    public List<TaskHappening> since() {
        return since;
    }
}
