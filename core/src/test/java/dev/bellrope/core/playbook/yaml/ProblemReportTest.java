package dev.bellrope.core.playbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemReportTest {
    @Test
    void a_problem_as_a_good_compiler_says_it() {
        assertThat(render("a: b\nc: dd", new PlaybookProblem(2, 4, "c", "'dd' is no d", "did you mean 'd'?")))
                .isEqualTo("""
                        p.yaml:2:4: 'dd' is no d
                          in c
                            2 | c: dd
                              |    ^
                          accepted: did you mean 'd'?

                        1 problem in p.yaml
                        """);
    }

    @Test
    void nothing_wrong_is_nothing_said() {
        assertThat(ProblemReport.render("p.yaml", "a: b", List.of(), false)).isEmpty();
    }

    @Test
    void the_caret_stands_under_the_column_whatever_a_tab_is() {
        assertThat(render("\ta\t: b", new PlaybookProblem(1, 4, "", "wrong", "")))
                .contains("    1 | \ta\t: b\n      | \t \t^\n");
    }

    @Test
    void a_column_counts_characters_as_people_do() {
        assertThat(render("\uD83D\uDD14\uD83D\uDD14: b", new PlaybookProblem(1, 3, "", "wrong", "")))
                .contains("|   ^\n");
    }

    @Test
    void of_a_long_line_the_part_around_the_column_is_shown() {
        String report =
                render("x".repeat(5000) + "Y" + "x".repeat(5000), new PlaybookProblem(1, 5001, "", "wrong", ""));
        String[] lines = report.split("\n", -1);
        assertThat(lines[1].indexOf('Y')).isEqualTo(lines[2].indexOf('^'));
        assertThat(lines[1]).hasSizeLessThan(200);
    }

    @Test
    void a_file_cannot_steer_the_terminal() {
        assertThat(render("a: \u001b[2J", new PlaybookProblem(1, 1, "", "'\u001b[2J' is wrong", "")))
                .doesNotContain("\u001b");
    }

    @Test
    void a_place_beyond_the_end_has_no_line_to_show() {
        assertThat(render("a: b\n", new PlaybookProblem(9, 1, "", "wrong", "")))
                .isEqualTo("p.yaml:9:1: wrong\n\n1 problem in p.yaml\n");
    }

    @Test
    void colours_are_for_terminals_that_know_them() {
        PlaybookProblem problem = new PlaybookProblem(1, 1, "", "wrong", "right");
        assertThat(ProblemReport.render("p.yaml", "a: b", List.of(problem), true)
                        .replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(ProblemReport.render("p.yaml", "a: b", List.of(problem), false));
    }

    private static String render(String text, PlaybookProblem problem) {
        return ProblemReport.render("p.yaml", text, List.of(problem), false);
    }
}
