package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named facts that a rule may look at: a tree of maps, lists, strings, numbers, booleans and instants.
 *
 * <p>The first level names the subject ({@code signal}, {@code ticket}, {@code account}, {@code target},
 * {@code escalation}, ...). A fact that is not known is absent, never null and never a stand-in value.
 *
 * @param values the tree by subject; must hold no null
 */
public record Facts(Map<String, Object> values) {
    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No facts at all. */
    public static Facts none() {
        return new Facts(Map.of());
    }

    /** These facts and one subject more (or that subject replaced). */
    public Facts with(String subject, Object value) {
        return with(Map.of(subject, value));
    }

    /** These facts and some subjects more (or those replaced). */
    public Facts with(Map<String, ?> subjects) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.putAll(subjects);
        return new Facts(more);
    }
}
