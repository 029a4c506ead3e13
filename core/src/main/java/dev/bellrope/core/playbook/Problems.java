package dev.bellrope.core.playbook;

import dev.bellrope.core.playbook.PlaybookReader.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Everything that is wrong, as it is found. */
final class Problems {
    private final List<Problem> found;
    private final String[] lines;
    private final boolean baseline;

    private Problems(List<Problem> found, String[] lines, boolean baseline) {
        this.found = found;
        this.lines = lines;
        this.baseline = baseline;
    }

    static Problems in(String text) {
        return new Problems(new ArrayList<>(), linesOf(text), false);
    }

    /** The same collection, for what the playbook leaves out and the baseline fills in. */
    Problems forBaseline() {
        return new Problems(found, new String[0], true);
    }

    /** The lines of a text as YAML counts them. */
    static String[] linesOf(String text) {
        return text.split("\r\n|\r|\n", -1);
    }

    void add(Mark mark, String path, String message, String accepted) {
        add(mark.getLine() + 1, mark.getColumn() + 1, path, message, accepted);
    }

    void add(int line, int column, String path, String message, String accepted) {
        Problem problem = baseline
                ? new Problem(
                        1,
                        1,
                        path,
                        message,
                        "'" + path + "' is left out, so it is as in the baseline, which does not fit here; write it")
                : new Problem(line, column, path, message, accepted);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** A line of the source, from 0; empty beyond its end. */
    String line(int index) {
        return index >= 0 && index < lines.length ? lines[index] : "";
    }

    List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
