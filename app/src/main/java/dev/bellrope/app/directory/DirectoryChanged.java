package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.time.Instant;
import java.util.List;

/**
 * Entries of one kind were written or removed. It is published within the writing transaction: listen with {@code
 * TransactionalEventListener} to hear of it after the commit, and only then.
 *
 * @param revision grows with each change, over all kinds
 * @param keys the keys of the changed entries, as {@link Entry#label} writes them
 */
record DirectoryChanged(EntryKind kind, long revision, List<String> keys, Instant at, String by) {
    public DirectoryChanged {
        keys = List.copyOf(keys);
    }
}
