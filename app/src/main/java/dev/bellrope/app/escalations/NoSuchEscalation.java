package dev.bellrope.app.escalations;

/** There is no escalation of that key. */
public final class NoSuchEscalation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchEscalation(String key) {
        super("there is no escalation " + key);
    }
}
