package dev.bellrope.app.messages.polling;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a message stands, in the order of its life; a delivery of a webhook waits, is sent, dead or discarded. */
public enum OutboxState {
    /** It goes when it is due. */
    WAITING("waiting"),
    /** A digest that still takes in messages. */
    GATHERING("gathering"),
    /** It goes as a line of a digest. */
    DIGESTED("digested"),
    SENT("sent"),
    /** It waits until there is a mail server. */
    HELD("held"),
    /** It was given up; a person sends it again or discards it. */
    DEAD("dead"),
    /** Another one that says the same waited already. */
    DROPPED("dropped"),
    /** It was no longer needed when its time came. */
    CANCELLED("cancelled"),
    /** A person wanted it to stay unsent. */
    DISCARDED("discarded");

    private final String word;

    OutboxState(String word) {
        this.word = word;
    }

    /** As stored, shown and accepted. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The state of that word. */
    public static Optional<OutboxState> find(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** The state of a word that was stored. */
    public static OutboxState get(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("a message in state " + word));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(OutboxState::word).toList();
    }
}
