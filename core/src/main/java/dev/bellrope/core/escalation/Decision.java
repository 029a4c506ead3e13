package dev.bellrope.core.escalation;

import java.util.List;

/** The result of a command. */
public sealed interface Decision {
    /**
     * The command was accepted, and this is what happened; nothing when it asked for what is already so.
     *
     * @param events in order
     */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command was refused.
     *
     * @param kind what it failed on
     * @param why in a sentence, for the person who asked
     */
    record Refused(RefusalKind kind, String why) implements Decision {}

    /** What a command failed on. */
    enum RefusalKind {
        /** The escalation's state. */
        STATE,
        /** Who asked. */
        PERMISSION,
        /** What was asked. */
        CONTENT
    }
}
