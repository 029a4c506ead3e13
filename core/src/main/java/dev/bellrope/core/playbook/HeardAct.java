package dev.bellrope.core.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a signal that was heard of a ticket can count as, as if somebody had done it here. */
public enum HeardAct {
    ACKNOWLEDGE,
    UPDATE,
    RESOLVE,
    REOPEN;

    /** As a playbook writes it: {@code acknowledge}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that a playbook can write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(HeardAct::word).toList();
    }

    /** The one of that word, which must be one of {@link #words}. */
    public static HeardAct of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
