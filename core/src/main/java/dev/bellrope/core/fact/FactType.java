package dev.bellrope.core.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The type of a fact; a playbook's {@code facts} section uses its {@link #word()}. */
public enum FactType {
    /** A text. */
    TEXT("text"),
    /** A whole number. */
    WHOLE("whole"),
    /** A number, whole or not. */
    NUMBER("number"),
    /** Yes or no. */
    TRUTH("truth"),
    /** An instant. Values may be instants, dates (their midnight in UTC) or ISO 8601 texts. */
    TIME("time"),
    /** A list of texts. */
    TEXTS("texts"),
    /** Any value; its fields are not checked. */
    ANYTHING("anything"),
    /**
     * One of the vocabulary's ranked words, such as a severity. Ranks are compared as numbers, and the first word has
     * the lowest.
     */
    RANK("rank");

    private final String word;

    FactType(String word) {
        this.word = word;
    }

    /** Returns the word that a playbook uses. */
    public String word() {
        return word;
    }

    /** Returns the words that a playbook may use. */
    public static List<String> words() {
        return Arrays.stream(values())
                .filter(type -> type != RANK)
                .map(FactType::word)
                .toList();
    }

    /** Finds the type for one of {@link #words()}. */
    public static java.util.Optional<FactType> find(String word) {
        return Arrays.stream(values())
                .filter(type -> type != RANK && type.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
