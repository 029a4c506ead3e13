package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Decision;

/** Thrown when a command is refused; says why, and what is allowed instead. Nothing has happened. */
public final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Decision.Refused refusal;

    public CommandRefused(Decision.Refused refusal) {
        super(refusal.why());
        this.refusal = refusal;
    }

    public Decision.Refused refusal() {
        return refusal;
    }
}
