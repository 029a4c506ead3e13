package dev.bellrope.app.intake;

/**
 * What the source is told about one signal.
 *
 * @param again it had been heard before, and nothing was done again
 */
public record SignalReceipt(HeardSignal heard, boolean again) {
    /** {@code accepted}, {@code duplicate}, {@code unmapped} or {@code failed}. */
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

    /** The sentence why; empty where all went as expected. */
    public String why() {
        if (again) {
            return "Heard before, at " + heard.receivedAt() + ".";
        }
        return heard.error().isEmpty() ? String.join(" ", heard.did()) : heard.error();
    }
}
