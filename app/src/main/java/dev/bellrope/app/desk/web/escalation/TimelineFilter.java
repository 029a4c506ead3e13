package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import java.util.Arrays;
import java.util.Locale;

/** Which part of a timeline is shown; its word is part of the address. */
public enum TimelineFilter {
    EVERYTHING,
    CUSTOMER,
    NOTES,
    DECISIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the filter with a word; everything if there is none. */
    static TimelineFilter of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(EVERYTHING);
    }

    boolean fits(Event event) {
        return switch (this) {
            case EVERYTHING -> true;
            case CUSTOMER -> Journal.isForCustomer(event);
            case NOTES -> event instanceof Event.NoteAdded || event instanceof Event.Attached;
            case DECISIONS ->
                event instanceof Event.DecisionAsked
                        || event instanceof Event.UpdateProposed
                        || event instanceof Event.DecisionOverdue
                        || event instanceof Event.Decided;
        };
    }
}
