package dev.bellrope.app.history.log;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, in our words.
 *
 * @param tests all of them must hold
 * @param otherwise whether it speaks only for rows of which no rule before it spoke
 * @param kind the signal's kind
 * @param at the column with the time; null for the row's own. Where it is empty the rule says nothing
 * @param facts the signal's data
 * @param summary one line for people
 */
record MappingRule(
        List<RowTest> tests,
        boolean otherwise,
        String kind,
        @Nullable LogColumn at,
        List<Fact> facts,
        Template summary) {
    MappingRule {
        tests = List.copyOf(tests);
        facts = List.copyOf(facts);
    }

    Optional<LogColumn> findAt() {
        return Optional.ofNullable(at);
    }
}
