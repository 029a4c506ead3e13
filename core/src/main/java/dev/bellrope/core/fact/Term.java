package dev.bellrope.core.fact;

/**
 * What a condition is about, in words.
 *
 * @param name {@code the account's value band}
 * @param counted what happened as often as it says, {@code the ticket was reopened}; empty for what does not count
 * @param type what kind of fact it is
 * @param ranks how its ranks are compared
 */
record Term(String name, String counted, FactType type, FactWords.Ranks ranks) {
    /** One that is not a fact itself. */
    static Term called(String name, FactType type) {
        return new Term(name, "", type, new FactWords.Ranks("lower", "higher"));
    }

    /** Whether it is many things, {@code the ticket's tags}. */
    boolean isMany() {
        return type == FactType.TEXTS;
    }
}
