package dev.bellrope.app.directory;

/** There is nothing of that key, or no longer. */
public final class NotInDirectory extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInDirectory(Kind kind, String label) {
        super("There is no " + kind.one() + " " + label + ".");
    }
}
