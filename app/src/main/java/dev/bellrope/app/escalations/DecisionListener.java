package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import java.util.List;
import java.util.Optional;

/**
 * Writes something of its own, such as outbox rows or list views, in the transaction that appends the events. Modules
 * above this one implement it; each listener gets everything that was decided together.
 */
public interface DecisionListener {
    /**
     * One decision and everything that follows from it.
     *
     * @param after the state after it
     * @param happenings what happened, in order; at least one
     * @param messages the messages about it
     * @param playbook the playbook that it was judged by
     */
    record DecisionRecord(Escalation after, List<RecordedEvent> happenings, List<Message> messages, Playbook playbook) {
        /** Returns the trace of what caused the decision. */
        public Optional<Trace> trace() {
            return happenings.getFirst().trace();
        }
    }

    /** Called with the decisions, in the order in which they were made. */
    void follow(List<DecisionRecord> decisions);
}
