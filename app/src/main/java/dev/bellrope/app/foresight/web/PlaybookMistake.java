package dev.bellrope.app.foresight.web;

import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import java.util.List;

/**
 * A mistake in a playbook, with its line.
 *
 * @param source the line as written
 * @param caret spaces up to the column, and a caret
 */
public record PlaybookMistake(PlaybookProblem problem, String source, String caret) {
    static PlaybookMistake of(PlaybookProblem problem, List<String> lines) {
        int line = problem.line() - 1;
        return new PlaybookMistake(
                problem,
                line >= 0 && line < lines.size() ? lines.get(line) : "",
                " ".repeat(Math.max(0, problem.column() - 1)) + "^");
    }
}
