package dev.bellrope.app.tasks.web;

import dev.bellrope.app.tasks.LoadedTask;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskAct;
import dev.bellrope.core.task.TaskOffers;
import dev.bellrope.core.task.TaskSituation;

/**
 * A task, and what its viewer may ask of it: the page and the API show the same.
 *
 * @param sequence the number of the newest event in it
 */
public record TaskView(Task state, long sequence, TaskOffers offers) {
    static TaskView of(LoadedTask task, TaskSituation situation) {
        return new TaskView(task.state(), task.sequence(), TaskOffers.of(task.state(), situation));
    }

    public boolean isOffered(TaskAct act) {
        return offers.contains(act);
    }
}
