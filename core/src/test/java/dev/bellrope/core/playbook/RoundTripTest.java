package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.DeclaredNames;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is understood: no kind of step turns silently into another. */
class RoundTripTest {
    private static final String HEAD = "playbook: t\nformat: v1\npurpose: p\nowner: o\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acknowledge missed",
                "plan missed",
                "update missed",
                "root-cause missed",
                "resolve missed",
                "acknowledge missed twice",
                "update missed twice",
                "update missed 3 times",
                "resolve missed 99 times",
                "acknowledge at 1%",
                "plan at 50%",
                "update at 75%",
                "root-cause at 99%",
                "resolve at 75%",
                "severity is S1",
                "severity is S2",
                "severity is S3",
                "severity is S4",
                "tier is T1",
                "tier is T2",
                "tier is T3"
            })
    void T45_every_rule_for_climbing_prints_as_it_is_written(String rule) {
        assertThat(climb(rule)).hasToString(rule);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "update missed once, update missed",
        "update missed 1 times, update missed",
        "update missed 2 times, update missed twice",
        "  update   missed  , update missed"
    })
    void T45_other_ways_to_write_it_print_in_the_one_way(String written, String printed) {
        assertThat(climb(written)).hasToString(printed).isEqualTo(climb(printed));
    }

    @ParameterizedTest
    @EnumSource(TargetRule.Start.class)
    void T45_every_start_of_a_target_is_the_one_written(TargetRule.Start start) {
        String word = start.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (String target : DeclaredNames.TARGETS) {
            TargetRule rule =
                    Objects.requireNonNull(read("targets: { " + target + ": { S1: 5m, starts: " + word + " } }")
                            .targets()
                            .get(target));
            assertThat(rule.starts()).isEqualTo(start);
            assertThat(rule.name()).isEqualTo(target);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledge, ON_OPEN, false",
        "plan, ON_OPEN, false",
        "update, ON_OPEN, true",
        "root-cause, ON_RESOLVE, false",
        "resolve, ON_OPEN, false"
    })
    void T45_a_target_that_says_neither_is_as_documented(String target, TargetRule.Start starts, boolean repeats) {
        TargetRule rule = Objects.requireNonNull(
                read("targets: { " + target + ": { S1: 5m } }").targets().get(target));
        assertThat(rule.starts()).isEqualTo(starts);
        assertThat(rule.repeats()).isEqualTo(repeats);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cause-known                       | CauseKnown[]",
                "fix-validated                     | FixValidated[]",
                "promises-answered                 | PromisesAnswered[]",
                "tickets-done                      | TicketsDone[]",
                "customer-confirms-or-48h-silence  | CustomerConfirms[silence=48h]",
                "customer-confirms-or-5d-silence   | CustomerConfirms[silence=5d]",
            })
    void T45_every_exit_criterion_is_checked_as_it_says(String criterion, String check) {
        Exit.ExitCriterion read = read("exit: { criteria: [" + criterion + "] }")
                .exit()
                .criteria()
                .getFirst();
        assertThat(read.name()).isEqualTo(criterion);
        assertThat(read.check()).hasToString(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue", "restart"})
    void T45_reopening_is_the_one_written(String word) {
        assertThat(read("exit: { reopening: " + word + " }").exit().reopening().name())
                .isEqualToIgnoringCase(word);
        assertThat(read("plans: { p: { resolve: 1d, reopening: " + word + " } }")
                        .plans()
                        .values()
                        .iterator()
                        .next()
                        .reopening()
                        .name())
                .isEqualToIgnoringCase(word);
    }

    private static ClimbRule climb(String rule) {
        return read("ladder: { L1: { climbs-when: [\"" + rule + "\"] }, L2: {}, L3: {} }")
                .ladder()
                .first()
                .climbsWhen()
                .getFirst();
    }

    private static Playbook read(String yaml) {
        PlaybookReader.PlaybookResult reading = new PlaybookReader().read(HEAD + yaml, "t@1");
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.playbook());
    }
}
