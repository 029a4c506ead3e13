package dev.bellrope.app.directory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether something that an entry refers to is there. */
interface References {
    boolean has(Kind kind, String id);

    /** Asks the tables one by one: for a single entry. */
    static References of(Tables tables) {
        return (kind, id) ->
                tables.get(kind).find(List.of(id)).filter(Kept::isThere).isPresent();
    }

    /** Reads each table that is asked for once, and knows the ids of the file itself: for many entries. */
    static References of(Tables tables, Kind own, Set<String> ownIds) {
        Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
        return (kind, id) -> (kind == own && ownIds.contains(id))
                || known.computeIfAbsent(kind, one -> ids(tables, one)).contains(id);
    }

    private static Set<String> ids(Tables tables, Kind kind) {
        Set<String> ids = new HashSet<>();
        for (Kept<Entry> kept : tables.get(kind).list()) {
            if (kept.isThere()) {
                ids.add(kept.entry().label());
            }
        }
        return ids;
    }
}
