package dev.bellrope.app.escalations.store;

import dev.bellrope.core.escalation.Escalation;
import java.util.List;

/**
 * What a command did.
 *
 * @param state the state after it
 * @param sequence the sequence number of the newest event
 * @param happenings the events that it caused; empty if it changed nothing
 */
public record CommandOutcome(Escalation state, long sequence, List<RecordedEvent> happenings) {
    public CommandOutcome {
        happenings = List.copyOf(happenings);
    }
}
