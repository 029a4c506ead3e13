package dev.bellrope.core.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reason for a decision.
 *
 * @param rule the path of the rule in the playbook, for readers to find it: {@code triggers.slo-missed}
 * @param sentence the rule in words, complete enough to be read on a timeline
 * @param facts the facts that the rule saw, by path, in the order in which it used them
 */
public record Reason(String rule, String sentence, Map<String, String> facts) {
    public Reason {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Creates a reason that needs no facts beyond its sentence. */
    public static Reason of(String rule, String sentence) {
        return new Reason(rule, sentence, Map.of());
    }
}
