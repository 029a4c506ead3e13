package dev.bellrope.core.playbook.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects the problems of a playbook as they are found, up to as many as somebody can read at once. */
public final class PlaybookProblems {
    /** The limit, because a text that is not a playbook at all would give at least one problem per line. */
    static final int MOST = 100;

    private final Set<PlaybookProblem> found;
    private final String[] lines;
    private final int last;
    private final boolean baseline;

    private PlaybookProblems(Set<PlaybookProblem> found, String[] lines, int last, boolean baseline) {
        this.found = found;
        this.lines = lines;
        this.last = last;
        this.baseline = baseline;
    }

    public static PlaybookProblems in(String text) {
        String[] lines = linesOf(text);
        return new PlaybookProblems(new LinkedHashSet<>(), lines, lines.length, false);
    }

    /** Returns a view of the same collection for what the playbook leaves out and the baseline fills in. */
    public PlaybookProblems forBaseline() {
        return new PlaybookProblems(found, new String[0], last, true);
    }

    /** Returns the lines of a text as YAML counts them. */
    static String[] linesOf(String text) {
        return text.split("\r\n|\r|\n", -1);
    }

    void add(Mark mark, String path, String message, String accepted) {
        add(mark.getLine() + 1, mark.getColumn() + 1, path, message, accepted);
    }

    public void add(int line, int column, String path, String message, String accepted) {
        PlaybookProblem problem = baseline
                ? new PlaybookProblem(
                        1,
                        1,
                        path,
                        message,
                        "'" + path + "' is left out, so it is as in the baseline, which does not fit here; write it")
                : new PlaybookProblem(line, column, path, message, accepted);
        if (found.size() < MOST) {
            found.add(problem);
        } else if (found.size() == MOST && !found.contains(problem)) {
            found.add(new PlaybookProblem(
                    last, 1, "", "there are more problems than these " + MOST, "put these right first"));
        }
    }

    /** Returns a line of the source, from 0; empty beyond the end. */
    String line(int index) {
        return index >= 0 && index < lines.length ? lines[index] : "";
    }

    public List<PlaybookProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(PlaybookProblem::line).thenComparingInt(PlaybookProblem::column))
                .toList();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }
}
