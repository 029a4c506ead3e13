package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;

/** There is nothing of that key, or no longer. */
public final class NotInDirectory extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInDirectory(EntryKind kind, String label) {
        super("There is no " + kind.one() + " " + label + ".");
    }
}
