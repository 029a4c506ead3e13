package dev.bellrope.app.messages.polling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The state of a message, in the order of its life; a webhook delivery can only be waiting, sent, dead or discarded.
 */
public enum OutboxState {
    /** The message is sent when it is due. */
    WAITING("waiting"),
    /** The message is a digest that still gathers lines. */
    GATHERING("gathering"),
    /** The message is sent as a line of a digest. */
    DIGESTED("digested"),
    SENT("sent"),
    /** The message waits until there is a mail server. */
    HELD("held"),
    /** The message was given up; a person sends it again or discards it. */
    DEAD("dead"),
    /** Another message that says the same was already waiting. */
    DROPPED("dropped"),
    /** The message was no longer needed when its time came. */
    CANCELLED("cancelled"),
    /** A person decided not to send it. */
    DISCARDED("discarded");

    private final String word;

    OutboxState(String word) {
        this.word = word;
    }

    /** Returns the word that is stored, shown and accepted. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Finds a state by its word. */
    public static Optional<OutboxState> find(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** Returns the state of a stored word. */
    public static OutboxState get(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("a message in state " + word));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(OutboxState::word).toList();
    }
}
