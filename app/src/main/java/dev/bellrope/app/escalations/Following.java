package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import java.util.List;

/**
 * What must be written in the same transaction in which events are appended: outbox rows, list views. Implemented by the
 * modules above; each is called once a decision, with everything that follows from it.
 */
public interface Following {
    /**
     * Something was decided.
     *
     * @param after the state now
     * @param happenings what happened, in order
     * @param messages what is to be said about it
     */
    void follow(Escalation after, List<Happening> happenings, List<Message> messages, Playbook playbook);
}
