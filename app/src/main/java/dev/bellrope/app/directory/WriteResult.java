package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.StoredEntry;

/** What became of an entry that was put. */
public record WriteResult<E extends Entry>(WriteOutcome outcome, StoredEntry<E> kept) {
    /** What putting does. */
    public enum WriteOutcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
