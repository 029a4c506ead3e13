package dev.bellrope.app.tasks;

import dev.bellrope.core.task.TaskDecision.TaskRefused;

/** A command to a task was refused; says why. Nothing has happened. */
public final class TaskDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TaskRefused refusal;

    TaskDenied(TaskRefused refusal) {
        super(refusal.why());
        this.refusal = refusal;
    }

    public TaskRefused refusal() {
        return refusal;
    }
}
