package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;

/** Thrown when the directory is not in the state that the writer assumed. */
public abstract sealed class WriteConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private WriteConflict(String message) {
        super(message);
    }

    /** Somebody else changed the entry after the writer read it. */
    public static final class ChangedMeanwhile extends WriteConflict {
        private static final long serialVersionUID = 1;

        ChangedMeanwhile(EntryKind kind, String label, long expected, long found) {
            super("The " + kind.one() + " " + label + " is not at revision " + expected + ": "
                    + (found == 0 ? "it is not there." : "it is at revision " + found + "."));
        }
    }

    /** Others refer to the entry to be removed. */
    public static final class StillUsed extends WriteConflict {
        private static final long serialVersionUID = 1;

        StillUsed(EntryKind kind, String label, String users) {
            super("The " + kind.one() + " " + label + " is still used by " + users + "; name another there first.");
        }
    }
}
