package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.time.Instant;
import java.util.List;

/**
 * Event: entries of one kind were written or removed. It is published within the writing transaction; listen with
 * {@code TransactionalEventListener} to receive it only after the commit.
 *
 * @param revision increases with each change, across all kinds
 * @param keys the keys of the changed entries, as {@link Entry#label} writes them
 */
record DirectoryChanged(EntryKind kind, long revision, List<String> keys, Instant at, String by) {
    public DirectoryChanged {
        keys = List.copyOf(keys);
    }
}
