package dev.bellrope.core.fact;

import java.util.Map;
import java.util.Set;

/** A condition or a value over facts, written in CEL. */
public interface Expression {
    /** The source text as the playbook writes it. */
    String source();

    /** What it gives for some facts; never throws, never looks at anything else, and ends within a bound. */
    Result evaluate(Facts facts);

    /** The subjects of the facts that it looks at, {@code ticket} for {@code ticket.priority}. */
    default Set<String> subjects() {
        return Set.of();
    }

    /** The facts that it looks at, by path in the order of the source, as texts; {@code not known} where one is missing. */
    default Map<String, String> sees(Facts facts) {
        return Map.of();
    }

    /** What an evaluation gave. */
    sealed interface Result {
        /** A value: a boolean, a number (long or double), a text or an instant. */
        record Value(Object value) implements Result {}

        /** It could not be said: a fact was missing, or the evaluation failed or was cut short; and why. */
        record Unknown(String why) implements Result {}
    }

    /** What it says, as the end of a sentence; what there are no words for stands between backticks, as it is written. */
    default String words() {
        return "`" + source() + "`";
    }

    /** What it is put together of; itself where it is one. */
    default Clause clause() {
        return new Clause.SimpleClause(this);
    }

    /** Whether it is known to hold. */
    default boolean holds(Facts facts) {
        return evaluate(facts) instanceof Result.Value(Boolean value) && value;
    }

    /** The text that it gives, or the other text where it is unknown or no text. */
    default String text(Facts facts, String otherwise) {
        return evaluate(facts) instanceof Result.Value(String value) ? value : otherwise;
    }
}
