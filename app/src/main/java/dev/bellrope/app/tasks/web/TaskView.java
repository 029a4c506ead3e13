package dev.bellrope.app.tasks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Scope;
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
    /** Returns the view of somebody; a program whose token does not let it act is offered nothing. */
    static TaskView of(LoadedTask task, TaskSituation situation, CurrentUser viewer) {
        return new TaskView(
                task.state(),
                task.sequence(),
                viewer.has(Scope.ESCALATIONS_WRITE) ? TaskOffers.of(task.state(), situation) : TaskOffers.NONE);
    }

    public boolean isOffered(TaskAct act) {
        return offers.contains(act);
    }
}
