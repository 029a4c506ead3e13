package dev.bellrope.app.messages.events;

import java.util.Collections;
import java.util.SortedMap;

/** Thrown when somebody subscribes to types of events that do not exist. */
public final class UnknownEventType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final SortedMap<Integer, String> wrong;

    UnknownEventType(SortedMap<Integer, String> wrong) {
        super(String.join(" ", wrong.values()));
        this.wrong = Collections.unmodifiableSortedMap(wrong);
    }

    /** Returns a sentence about each unknown type, by its position in the request, from 0. */
    public SortedMap<Integer, String> wrong() {
        return wrong;
    }
}
