package dev.bellrope.core.fact;

import java.util.Map;
import java.util.Set;

/** A condition or a value over facts, written in CEL. */
public interface Expression {
    /** Returns the source text as the playbook writes it. */
    String source();

    /**
     * Evaluates the expression for some facts. Never throws, uses nothing but these facts, and stops after a limited
     * number of steps.
     */
    Result evaluate(Facts facts);

    /** Returns the subjects of the facts that it uses, {@code ticket} for {@code ticket.priority}. */
    default Set<String> subjects() {
        return Set.of();
    }

    /**
     * Returns the facts that it uses as texts, by path in the order of the source; {@code not known} if one is missing.
     */
    default Map<String, String> sees(Facts facts) {
        return Map.of();
    }

    /** The result of an evaluation. */
    sealed interface Result {
        /** A value: a boolean, a number (long or double), a text or an instant. */
        record Value(Object value) implements Result {}

        /** No value, and why: a fact was missing, or the evaluation failed or was cut short. */
        record Unknown(String why) implements Result {}
    }

    /**
     * Returns the expression in words, as the end of a sentence. Parts without words are between backticks, as they are
     * written.
     */
    default String words() {
        return "`" + source() + "`";
    }

    /** Returns the structure of the condition; a simple clause if it has none. */
    default Clause clause() {
        return new Clause.SimpleClause(this);
    }

    /** Returns whether it is known to hold. */
    default boolean holds(Facts facts) {
        return evaluate(facts) instanceof Result.Value(Boolean value) && value;
    }

    /** Returns its text, or the other text if the result is unknown or not a text. */
    default String text(Facts facts, String otherwise) {
        return evaluate(facts) instanceof Result.Value(String value) ? value : otherwise;
    }
}
