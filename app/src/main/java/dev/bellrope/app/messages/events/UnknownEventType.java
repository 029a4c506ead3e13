package dev.bellrope.app.messages.events;

/** Somebody asked to be told of a type of events that there is not. */
public final class UnknownEventType extends IllegalArgumentException {
    private final int index;

    UnknownEventType(int index, String type, String hint) {
        super("There is no event type \"" + type + "\"; " + hint);
        this.index = index;
    }

    /** Where it stands in what was asked for, from 0. */
    public int index() {
        return index;
    }
}
