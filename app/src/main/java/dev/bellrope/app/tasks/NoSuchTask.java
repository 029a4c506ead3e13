package dev.bellrope.app.tasks;

/** There is no task of that key. */
public final class NoSuchTask extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchTask(String key) {
        super("there is no task " + key);
    }
}
