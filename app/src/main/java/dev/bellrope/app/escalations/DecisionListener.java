package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import java.util.List;
import java.util.Optional;

/**
 * What must be written in the same transaction in which events are appended: outbox rows, list views. Implemented by the
 * modules above; each is called with all that was decided together.
 */
public interface DecisionListener {
    /**
     * One decision, with everything that follows from it.
     *
     * @param after the state after it
     * @param happenings what happened, in order; at least one
     * @param messages what is to be said about it
     * @param playbook what it was judged by
     */
    record DecisionRecord(Escalation after, List<RecordedEvent> happenings, List<Message> messages, Playbook playbook) {
        /** Of what it was decided by. */
        public Optional<Trace> trace() {
            return happenings.getFirst().trace();
        }
    }

    /** Something was decided, in that order. */
    void follow(List<DecisionRecord> decisions);
}
