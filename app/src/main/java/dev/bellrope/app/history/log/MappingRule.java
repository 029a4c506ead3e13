package dev.bellrope.app.history.log;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that turns a row into a signal.
 *
 * @param tests the conditions, all of which must hold
 * @param otherwise whether the rule applies only to rows to which no rule before it applied
 * @param kind the kind of the signal
 * @param at the column with the time; null for the row's own. If the column is empty, the rule does not apply
 * @param facts the data of the signal
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
