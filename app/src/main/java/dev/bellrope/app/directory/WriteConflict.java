package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind;

/** The directory is not as the writer thought. */
public abstract sealed class WriteConflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    private WriteConflict(String message) {
        super(message);
    }

    /** Somebody else wrote after the writer read. */
    public static final class ChangedMeanwhile extends WriteConflict {
        private static final long serialVersionUID = 1;

        ChangedMeanwhile(EntryKind kind, String label, long expected, long found) {
            super("The " + kind.one() + " " + label + " is not at revision " + expected + ": "
                    + (found == 0 ? "it is not there." : "it is at revision " + found + "."));
        }
    }

    /** Others refer to what was to be removed. */
    public static final class StillUsed extends WriteConflict {
        private static final long serialVersionUID = 1;

        StillUsed(EntryKind kind, String label, String users) {
            super("The " + kind.one() + " " + label + " is still used by " + users + "; name another there first.");
        }
    }
}
