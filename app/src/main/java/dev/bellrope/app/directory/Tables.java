package dev.bellrope.app.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The table of each kind. */
@Component
class Tables {
    private final Map<Kind, Table<?>> tables = new EnumMap<>(Kind.class);

    Tables(List<Table<?>> all) {
        all.forEach(table -> tables.put(table.kind(), table));
    }

    /** The table of the kind whose entries are of type {@code E}. */
    @SuppressWarnings("unchecked") // each table says itself of which kind it is
    <E extends Entry> Table<E> get(Kind kind) {
        Table<?> table = tables.get(kind);
        if (table == null) {
            throw new IllegalStateException("no table keeps " + kind.word());
        }
        return (Table<E>) table;
    }
}
