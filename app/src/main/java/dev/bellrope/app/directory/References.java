package dev.bellrope.app.directory;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks whether the entries that another entry refers to exist. */
interface References {
    boolean has(EntryKind kind, String id);

    /** Returns a check for a single entry, which queries each reference. */
    static References of(EntryTables tables) {
        return (kind, id) ->
                tables.get(kind).find(List.of(id)).filter(StoredEntry::isThere).isPresent();
    }

    /** Returns a check for which accounts that may not be seen do not exist. */
    default References seen(VisibleAccounts visible) {
        return (kind, id) -> (kind != EntryKind.ACCOUNTS || visible.has(id)) && has(kind, id);
    }

    /** Returns a check for many entries, which reads each needed table once and knows the ids of the file itself. */
    static References of(EntryTables tables, EntryKind own, Set<String> ownIds) {
        Map<EntryKind, Set<String>> known = new EnumMap<>(EntryKind.class);
        return (kind, id) -> (kind == own && ownIds.contains(id))
                || known.computeIfAbsent(kind, one -> ids(tables, one)).contains(id);
    }

    private static Set<String> ids(EntryTables tables, EntryKind kind) {
        Set<String> ids = new HashSet<>();
        for (StoredEntry<Entry> kept : tables.get(kind).list()) {
            if (kept.isThere()) {
                ids.add(kept.entry().label());
            }
        }
        return ids;
    }
}
