package dev.bellrope.app.tasks;

import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.task.Task;
import java.util.List;

/** Is told of what was decided on tasks, inside the transaction. It may write rows; it may not call anybody. */
public interface TaskListener {
    /**
     * What was decided.
     *
     * @param after the task with all of it
     * @param messages who is to be told
     * @param playbook whose templates and guardrails hold for them
     */
    record TaskChange(Task after, List<TaskHappening> happenings, List<Message> messages, Playbook playbook) {}

    void changed(List<TaskChange> changes);
}
