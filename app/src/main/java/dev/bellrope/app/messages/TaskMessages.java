package dev.bellrope.app.messages;

import dev.bellrope.app.tasks.TaskListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the messages that follow from a decision on a task, in the transaction of the decision. */
@Component
class TaskMessages implements TaskListener {
    private final Messages messages;

    TaskMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void changed(List<TaskChange> changes) {
        List<Messages.MessageRequest> toSay = new ArrayList<>();
        changes.forEach(change -> change.messages()
                .forEach(message ->
                        toSay.add(new Messages.MessageRequest(message, change.playbook(), Optional.empty()))));
        messages.enqueue(toSay);
        changes.stream()
                .filter(change -> !change.after().isOpen())
                .forEach(change -> messages.cancel(change.after().key()));
    }
}
