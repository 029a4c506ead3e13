package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.tasks.TopicLookup;
import dev.bellrope.core.task.TaskTopic;
import org.springframework.stereotype.Component;

/** A task can be about an escalation, whether or not it is over. */
@Component
class EscalationTopics implements TopicLookup {
    private final Escalations escalations;

    EscalationTopics(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public String kind() {
        return TaskTopic.ESCALATION;
    }

    @Override
    public String example() {
        return "an escalation with its key, such as ESC-1042";
    }

    @Override
    public boolean has(String key, VisibleAccounts visible) {
        return escalations.find(key, visible).isPresent();
    }
}
