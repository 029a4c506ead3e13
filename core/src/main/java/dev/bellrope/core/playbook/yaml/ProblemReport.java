package dev.bellrope.core.playbook.yaml;

import java.util.List;

/**
 * Prints the problems of a playbook as a good compiler would: place, message, the line itself, and what would be
 * accepted.
 */
public final class ProblemReport {
    private static final int WIDEST = 160;
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final String file;
    private final String[] lines;
    private final boolean colour;

    private ProblemReport(String file, String[] lines, boolean colour) {
        this.file = file;
        this.lines = lines;
        this.colour = colour;
    }

    /**
     * Returns the report for a file, ending in a line break; empty if there are no problems.
     *
     * @param file the name of the file
     * @param text its content
     * @param problems its problems, in the order to be shown
     * @param colour whether it will be shown on a terminal with ANSI colours
     */
    public static String render(String file, String text, List<PlaybookProblem> problems, boolean colour) {
        if (problems.isEmpty()) {
            return "";
        }
        ProblemReport report = new ProblemReport(harmless(file), PlaybookProblems.linesOf(text), colour);
        StringBuilder all = new StringBuilder();
        problems.forEach(problem -> report.append(all, problem));
        String count = count(problems);
        return all.append(report.painted(BOLD, count + " in " + report.file))
                .append('\n')
                .toString();
    }

    /** Returns how many problems there are, in words: {@code 1 problem}, {@code 2 problems}. */
    public static String count(List<PlaybookProblem> problems) {
        return problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    }

    private void append(StringBuilder all, PlaybookProblem problem) {
        all.append(painted(BOLD, file + ":" + problem.line() + ":" + problem.column() + ": "))
                .append(painted(RED, harmless(problem.message())))
                .append('\n');
        if (!problem.path().isEmpty()) {
            all.append("  in ").append(harmless(problem.path())).append('\n');
        }
        if (problem.line() <= lines.length) {
            String number = String.format("%5d", problem.line());
            int from = firstShown(problem.column());
            String shown = shown(lines[problem.line() - 1], from);
            all.append(painted(DIM, number + " | "))
                    .append(shown)
                    .append('\n')
                    .append(painted(DIM, " ".repeat(number.length()) + " | "))
                    .append(indent(shown, problem.column() - 1 - from))
                    .append(painted(RED, "^"))
                    .append('\n');
        }
        if (!problem.accepted().isEmpty()) {
            all.append(painted(GREEN, "  accepted: "))
                    .append(harmless(problem.accepted()))
                    .append('\n');
        }
        all.append('\n');
    }

    /** Returns the first character to show, so that the column is visible however long the line is. */
    private static int firstShown(int column) {
        return column < WIDEST ? 0 : column - WIDEST / 2;
    }

    private static String shown(String line, int from) {
        int[] characters = line.codePoints().skip(from).limit(WIDEST).toArray();
        return harmless(new String(characters, 0, characters.length));
    }

    /** Returns an indent as wide as the first characters of a line, whatever width the terminal gives a tab. */
    private static String indent(String shown, int characters) {
        StringBuilder indent = new StringBuilder();
        shown.codePoints().limit(characters).forEach(one -> indent.append(one == '\t' ? '\t' : ' '));
        return indent.append(" ".repeat(Math.max(0, characters - indent.length())))
                .toString();
    }

    private String painted(String colours, String text) {
        return colour ? colours + text + PLAIN : text;
    }

    /** Replaces control characters, so that the text cannot control the terminal. */
    private static String harmless(String text) {
        return text.codePoints()
                .map(one -> Character.isISOControl(one) && one != '\t' ? '\uFFFD' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
