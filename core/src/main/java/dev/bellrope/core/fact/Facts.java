package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named facts that a rule may use: a tree of maps, lists, strings, numbers, booleans and instants.
 *
 * <p>The first level names the subject ({@code signal}, {@code ticket}, {@code account}, {@code target}, {@code
 * escalation}, ...). An unknown fact is absent, never null and never a placeholder.
 */
public final class Facts {
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Object> values;

    /**
     * Creates facts.
     *
     * @param values the tree by subject; must not contain null
     */
    public Facts(Map<String, Object> values) {
        this(values, Map.of());
    }

    private Facts(Map<String, Object> values, Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        this.values = Collections.unmodifiableMap(all);
    }

    /** Returns facts that hold nothing. */
    public static Facts none() {
        return NONE;
    }

    /** Returns the tree by subject. */
    public Map<String, Object> values() {
        return values;
    }

    /** Returns these facts with a subject added or replaced. */
    public Facts with(String subject, Object value) {
        return with(Map.of(subject, value));
    }

    /** Returns these facts with some subjects added or replaced. */
    public Facts with(Map<String, ?> subjects) {
        return new Facts(values, subjects);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && facts.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
