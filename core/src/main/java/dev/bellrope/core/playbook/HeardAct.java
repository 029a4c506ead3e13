package dev.bellrope.core.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a ticket's signal can count as, as if somebody had done it in Bellrope. */
public enum HeardAct {
    ACKNOWLEDGE,
    UPDATE,
    RESOLVE,
    REOPEN;

    /** Returns the word that a playbook uses: {@code acknowledge}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words that a playbook can use. */
    public static List<String> words() {
        return Arrays.stream(values()).map(HeardAct::word).toList();
    }

    /** Returns the act for a word, which must be one of {@link #words}. */
    public static HeardAct of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
