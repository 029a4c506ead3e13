package dev.bellrope.app.directory.safeguard;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records every change of the directory in the audit trail: the fields that changed, before and after. */
@Component
public class DirectoryAudit {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Audit audit;
    private final JsonMapper json;

    DirectoryAudit(Audit audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    /** Records a written row, in the transaction that writes it; a removal has no fields after it. */
    public <E extends Entry> void record(Optional<StoredEntry<E>> before, StoredEntry<E> after) {
        Entry entry = after.entry();
        Map<String, Object> old = before.filter(StoredEntry::isThere)
                .map(kept -> fields(kept.entry()))
                .orElse(Map.of());
        Map<String, Object> now = after.isThere() ? fields(entry) : Map.of();
        audit.record(
                entry.kind().one() + (old.isEmpty() ? " created" : now.isEmpty() ? " removed" : " changed"),
                entry.label(),
                Map.of("before", differing(old, now), "after", differing(now, old), "revision", after.revision()));
    }

    private Map<String, Object> fields(Entry entry) {
        return json.convertValue(entry, FIELDS);
    }

    private static Map<String, Object> differing(Map<String, Object> those, Map<String, Object> others) {
        Map<String, Object> differing = new TreeMap<>();
        those.forEach((field, value) -> {
            if (!Objects.equals(value, others.get(field))) {
                differing.put(field, value);
            }
        });
        return differing;
    }
}
