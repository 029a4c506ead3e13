package dev.bellrope.core.playbook.sentence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule as a sentence for people.
 *
 * @param rule its path in the playbook: {@code triggers.slo-missed}
 * @param name what people call it
 * @param sentence the whole rule in one or a few sentences; a condition without words is between backticks
 * @param aspects what the rule says, by topic ({@code S1 acknowledge} to {@code 15 minutes round the clock}); two
 *     versions are compared by these
 */
public record RuleSentence(String rule, String name, String sentence, Map<String, String> aspects) {
    public RuleSentence {
        aspects = Collections.unmodifiableMap(new LinkedHashMap<>(aspects));
    }

    /** Creates a rule whose sentence is all there is to compare. */
    static RuleSentence of(String rule, String name, String sentence) {
        return new RuleSentence(rule, name, sentence, Map.of(name, sentence));
    }
}
