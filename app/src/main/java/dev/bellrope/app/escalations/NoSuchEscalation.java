package dev.bellrope.app.escalations;

/** Thrown when there is no escalation with a key. */
public final class NoSuchEscalation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchEscalation(String key) {
        super("there is no escalation " + key);
    }
}
