package dev.bellrope.app.escalations;

import java.util.List;

/** Somebody else acted meanwhile; says what happened since (T78). Nothing was done. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Happening> since;

    public Overtaken(String key, List<Happening> since) {
        super(key + " has changed since you saw it");
        this.since = List.copyOf(since);
    }

    public List<Happening> since() {
        return since;
    }
}
