package dev.bellrope.core.fact;

/**
 * What a condition is about, in words.
 *
 * @param name {@code the account's value band}
 * @param counted what it counts, {@code the ticket was reopened}; empty if it does not count anything
 * @param type the type of the fact
 * @param ranks the words for comparing its ranks
 */
record Term(String name, String counted, FactType type, FactWords.Ranks ranks) {
    /** Creates a term that is not itself a fact. */
    static Term called(String name, FactType type) {
        return new Term(name, "", type, new FactWords.Ranks("lower", "higher"));
    }

    /** Returns whether it is a plural, {@code the ticket's tags}. */
    boolean isMany() {
        return type == FactType.TEXTS;
    }
}
