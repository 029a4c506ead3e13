package dev.bellrope.app.messages.events;

/** Thrown when somebody subscribes to a type of events that does not exist. */
public final class UnknownEventType extends IllegalArgumentException {
    private final int index;

    UnknownEventType(int index, String type, String hint) {
        super("There is no event type \"" + type + "\"; " + hint);
        this.index = index;
    }

    /** Returns the position of the type in the request, from 0. */
    public int index() {
        return index;
    }
}
