package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.reader.PlaybookReader.PlaybookResult;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may be at all. */
class LimitsTest {
    private static final String HEAD = "playbook: t\nformat: v1\npurpose: p\nowner: o\n";

    @Test
    void a_million_characters_are_read_and_one_more_are_not() {
        String text = HEAD + "# " + "x".repeat(1_000_000 - HEAD.length() - 2);
        assertThat(problems(text)).isEmpty();
        assertThat(problems(text + "x"))
                .containsExactly(new PlaybookProblem(1, 1, "", "the playbook is longer than 1000000 characters", ""));
    }

    @Test
    @Timeout(10)
    void a_billion_laughs_are_not_laughed() {
        String text = HEAD + "facts:\n  a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
                + IntStream.range(0, 8)
                        .mapToObj(i -> {
                            char name = (char) ('b' + i);
                            String before = ("*" + (char) (name - 1) + ", ").repeat(9);
                            return "  " + name + ": &" + name + " [" + before.substring(0, before.length() - 2) + "]\n";
                        })
                        .collect(Collectors.joining());
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("there are more than 50 aliases");
            assertThat(problem.line()).isEqualTo(12);
        });
    }

    @Test
    @Timeout(10)
    void an_alias_of_itself_ends() {
        assertThat(problems(HEAD + "triggers: &a { a: *a }")).isNotEmpty();
        assertThat(problems(HEAD + "calendars: &a { a: { zone: UTC, hours: *a } }"))
                .isNotEmpty();
    }

    @Test
    @Timeout(20)
    void a_hundred_problems_are_told_and_that_there_are_more() {
        String text = HEAD
                + IntStream.range(0, 80_000).mapToObj(i -> "k" + i + ": v\n").collect(Collectors.joining());
        assertThat(problems(text)).hasSize(101).last().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("there are more problems than these 100");
            assertThat(problem.line()).isEqualTo(80_005);
        });
    }

    @Test
    @Timeout(20)
    void conditions_have_a_hundred_thousand_characters_together() {
        String condition = "true" + " && true".repeat(240);
        String text = HEAD + "triggers:\n"
                + IntStream.range(0, 60)
                        .mapToObj(i ->
                                "  t%d: { hears: a, because: b, severity: S3, when: \"%s\" }\n".formatted(i, condition))
                        .collect(Collectors.joining());
        assertThat(problems(text))
                .extracting(PlaybookProblem::message)
                .contains("the conditions of a playbook have more than 100000 characters together");
    }

    @Test
    void thirty_levels_are_read_and_one_more_are_not() {
        String deep = HEAD + "facts: " + "[".repeat(29) + "]".repeat(29);
        assertThat(problems(deep))
                .extracting(PlaybookProblem::message)
                .noneMatch(message -> message.contains("deeper"));
        String deeper = HEAD + "facts: " + "[".repeat(30) + "]".repeat(30);
        assertThat(problems(deeper))
                .containsExactly(new PlaybookProblem(5, 37, "", "this is nested deeper than 30 levels", ""));
    }

    @ParameterizedTest(name = "{0} -> {1}:{2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "``                        | 1 | 1 | the playbook is empty          | a playbook begins with its name, as in: playbook: baseline",
                "`# only words`            | 1 | 1 | the playbook is empty          | a playbook begins with its name, as in: playbook: baseline",
                "`---`                     | 1 | 1 | the playbook is empty          | a playbook begins with its name, as in: playbook: baseline",
                "`[a, b]`                  | 1 | 1 | a playbook is a map of sections | it begins with its name, as in: playbook: baseline",
                "`just words`              | 1 | 1 | a playbook is a map of sections | it begins with its name, as in: playbook: baseline",
            })
    void what_is_no_playbook(String text, int line, int column, String message, String accepted) {
        assertThat(problems(text)).containsExactly(new PlaybookProblem(line, column, "", message, accepted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [b", "a: b: c", "a: 'b", "a:\n\t- b", "%WHAT\na: &", "a: b\n---\nc: d", "a: \u0007", "a: @b"
            })
    void what_is_no_yaml_is_one_problem_with_a_place(String text) {
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("this is no YAML: ").doesNotContain("\n");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void tabs_are_told_apart() {
        assertThat(problems("playbook: t\ntargets:\n\tacknowledge: { S1: 5m }"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.accepted()).isEqualTo("indent with spaces, never with tabs");
                });
    }

    @Test
    void yes_no_on_off_are_texts_as_in_yaml_1_2() {
        PlaybookResult reading = new PlaybookReader().read(HEAD + """
                routes:
                  on:
                    team: off
                    skills: [yes, no, NO, "null"]
                """, "t@1");
        assertThat(reading.problems()).isEmpty();
        Route route = Objects.requireNonNull(reading.playbook()).routes().getFirst();
        assertThat(route.name()).isEqualTo("on");
        assertThat(route.team()).isEqualTo("off");
        assertThat(route.skills()).containsExactly("yes", "no", "NO", "null");
    }

    @Test
    void a_file_from_windows_reads_the_same() {
        String text = "\uFEFF" + HEAD.replace("\n", "\r\n")
                + "triggers: { a: { because: x, hears: x.y,\r\n when: tickt.id } }";
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(List.of(problem.line(), problem.column())).isEqualTo(List.of(6, 8));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"format: v2", "", "format:"})
    void the_format_is_said(String format) {
        assertThat(problems("playbook: t\npurpose: p\nowner: o\n" + format)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ladder: {}          | at least one level is needed here",
                "response-tiers: {}  | at least one response tier is needed here",
                "ladder: { L-1: {} } | 'L-1' cannot be used in a condition",
                "ladder: { S1: {} }  | 'S1' is a severity already, and conditions could not tell them apart",
                "response-tiers: { band: { otherwise: true } } | 'band' is a fact already, and conditions could not tell them apart",
                "severity: { impact: [], urgency: [now], matrix: {} } | at least one impact is needed here",
                "severity: { impact: [key], urgency: [now], matrix: { key: [S1] } } | 'key' is a value band already, and conditions could not tell them apart",
                "severity: { impact: [in], urgency: [now], matrix: { in: [S1] } } | 'in' is a word of the language of conditions already, and conditions could not tell them apart",
                "severity: { impact: [high], urgency: [now, now], matrix: { high: [S1] } } | 'now' is written twice",
            })
    void words_that_conditions_use_are_words_that_they_can_tell_apart(String yaml, String message) {
        assertThat(problems(HEAD + yaml)).extracting(PlaybookProblem::message).contains(message);
    }

    @Test
    void an_impact_and_an_urgency_may_share_a_word() {
        String yaml = """
                severity:
                  impact: [high, low]
                  urgency: [high, low]
                  matrix: { high: [S1, S2], low: [S3, S4] }
                issue-types:
                  any: { impact: high, urgency: low, resolved-means: it is over }
                triggers:
                  all: { because: of it, hears: some.thing, impact: high, urgency: low }
                """;
        assertThat(problems(HEAD + yaml)).isEmpty();
    }

    @Test
    void what_is_left_out_and_does_not_fit_is_said_of_the_baseline() {
        assertThat(problems(HEAD + "ladder: { first: { name: frontline } }"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.accepted()).contains("is as in the baseline"));
    }

    private static List<PlaybookProblem> problems(String text) {
        return new PlaybookReader().read(text == null ? "" : text, "t@1").problems();
    }
}
