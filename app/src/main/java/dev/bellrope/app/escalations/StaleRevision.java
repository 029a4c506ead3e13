package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.RecordedEvent;
import java.util.List;

/** Thrown when somebody else acted in the meantime; says what has happened since (T78). Nothing was done. */
public final class StaleRevision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RecordedEvent> since;

    public StaleRevision(String key, List<RecordedEvent> since) {
        super(key + " has changed since you saw it");
        this.since = List.copyOf(since);
    }

    public List<RecordedEvent> since() {
        return since;
    }
}
