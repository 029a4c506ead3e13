package dev.bellrope.app.intake;

/**
 * What a source is told about one of its signals.
 *
 * @param again whether the signal is a duplicate, for which nothing was done
 */
public record SignalReceipt(HeardSignal heard, boolean again) {
    /** Returns {@code accepted}, {@code duplicate}, {@code unmapped} or {@code failed}. */
    public String status() {
        if (again) {
            return "duplicate";
        }
        return switch (heard.state()) {
            case HANDLED, IGNORED -> "accepted";
            case UNMAPPED -> "unmapped";
            case FAILED -> "failed";
        };
    }

    /** Explains the status in a sentence; empty if there is nothing to say. */
    public String why() {
        if (again) {
            return "Heard before, at " + heard.receivedAt() + ".";
        }
        return heard.error().isEmpty() ? String.join(" ", heard.did()) : heard.error();
    }
}
