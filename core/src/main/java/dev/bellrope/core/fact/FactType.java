package dev.bellrope.core.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What kind of thing a fact is; its {@link #word()} is what a playbook's {@code facts} section writes. */
public enum FactType {
    /** A text. */
    TEXT("text"),
    /** A whole number. */
    WHOLE("whole"),
    /** A number, whole or not. */
    NUMBER("number"),
    /** Yes or no. */
    TRUTH("truth"),
    /** A point in time. Runtime values may be instants, dates (their midnight in UTC) or ISO 8601 texts. */
    TIME("time"),
    /** A list of texts. */
    TEXTS("texts"),
    /** Anything at all, with fields of its own that are not checked. */
    ANYTHING("anything"),
    /** One of the vocabulary's ranked words, such as a severity; compared by rank, the lowest rank first. */
    RANK("rank");

    private final String word;

    FactType(String word) {
        this.word = word;
    }

    /** How a playbook writes it. */
    public String word() {
        return word;
    }

    /** The words that a playbook may write. */
    public static List<String> words() {
        return Arrays.stream(values())
                .filter(type -> type != RANK)
                .map(FactType::word)
                .toList();
    }

    /** The type of a word of {@link #words()}. */
    public static java.util.Optional<FactType> find(String word) {
        return Arrays.stream(values())
                .filter(type -> type != RANK && type.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
