package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;

/** Thrown when there is no entry with a key, or it was removed. */
public final class NotInDirectory extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInDirectory(EntryKind kind, String label) {
        super("There is no " + kind.one() + " " + label + ".");
    }
}
