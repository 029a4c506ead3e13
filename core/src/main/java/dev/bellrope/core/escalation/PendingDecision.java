package dev.bellrope.core.escalation;

import java.time.Instant;
import java.util.List;

/**
 * A decision that somebody was asked for.
 *
 * @param of a person's id, or a duty or role of which anybody may answer
 * @param channel for a message to the customer that waits for approval, the channel it would take; else empty
 * @param late whether it was not answered in time
 */
public record PendingDecision(
        String id, String question, List<String> options, String of, Instant since, String channel, boolean late) {
    public static final String SEND = "send";
    public static final String KEEP = "do not send";

    /** Whether it is a message to the customer that waits for approval. */
    public boolean isMessage() {
        return !channel.isEmpty();
    }

    PendingDecision overdue() {
        return new PendingDecision(id, question, options, of, since, channel, true);
    }
}
