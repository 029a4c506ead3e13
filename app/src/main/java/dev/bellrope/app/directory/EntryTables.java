package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the table of each kind of entry. */
@Component
class EntryTables {
    private final Map<EntryKind, EntryTable<?>> tables = new EnumMap<>(EntryKind.class);

    EntryTables(List<EntryTable<?>> all) {
        all.forEach(table -> tables.put(table.kind(), table));
    }

    /** Returns the table of a kind, whose entries are of type {@code E}. */
    @SuppressWarnings("unchecked") // each table states its kind
    <E extends Entry> EntryTable<E> get(EntryKind kind) {
        EntryTable<?> table = tables.get(kind);
        if (table == null) {
            throw new IllegalStateException("no table keeps " + kind.word());
        }
        return (EntryTable<E>) table;
    }
}
