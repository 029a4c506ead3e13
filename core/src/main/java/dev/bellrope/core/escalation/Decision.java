package dev.bellrope.core.escalation;

import java.util.List;

/** What came of a command. */
public sealed interface Decision {
    /**
     * It is done, and this is what happened; nothing at all when the command asked for what already is.
     *
     * @param events in order
     */
    record Accepted(List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * It is not done.
     *
     * @param kind what stands against it
     * @param why in a sentence, for the person who asked
     * @param allowed what people can ask of it in the state that it is in
     */
    record Refused(RefusalKind kind, String why, List<Act> allowed) implements Decision {
        public Refused {
            allowed = List.copyOf(allowed);
        }
    }

    /** What stands against a command. */
    enum RefusalKind {
        /** The escalation's state. */
        STATE,
        /** Who asked. */
        PERMISSION,
        /** What was asked. */
        CONTENT
    }
}
