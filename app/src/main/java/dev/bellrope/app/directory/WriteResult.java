package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.StoredEntry;

/** The result of writing an entry. */
public record WriteResult<E extends Entry>(WriteOutcome outcome, StoredEntry<E> kept) {
    /** What a write did. */
    public enum WriteOutcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
