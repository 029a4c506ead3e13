package dev.bellrope.app.console;

import dev.bellrope.core.playbook.PlaybookReader;
import java.util.List;

/**
 * A mistake, with the line it is in.
 *
 * @param source the line as written
 * @param caret as many blanks as lead to the place, and a mark
 */
public record Mistake(PlaybookReader.Problem problem, String source, String caret) {
    static Mistake of(PlaybookReader.Problem problem, List<String> lines) {
        int line = problem.line() - 1;
        return new Mistake(
                problem,
                line >= 0 && line < lines.size() ? lines.get(line) : "",
                " ".repeat(Math.max(0, problem.column() - 1)) + "^");
    }
}
