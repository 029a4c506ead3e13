package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was decided.
 *
 * @param rule the id of the rule in the playbook, as a path that a reader can find: {@code triggers.slo-missed}
 * @param sentence the rule's own words, complete enough to be read on a timeline
 * @param facts the facts that the rule saw, by path, in the order it looked at them
 */
public record Reason(String rule, String sentence, Map<String, String> facts) {
    public Reason {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A reason that needed no facts beyond what its sentence says. */
    public static Reason of(String rule, String sentence) {
        return new Reason(rule, sentence, Map.of());
    }
}
