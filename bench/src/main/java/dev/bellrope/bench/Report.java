package dev.bellrope.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Findings as tables for people and as a file for programs. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int NARROWEST = 9;

    private Report() {}

    static void print(Finding finding, PrintStream out) {
        Set<String> columns = columns(finding);
        int first = finding.figures().stream()
                .mapToInt(figure -> figure.contestant().length())
                .max()
                .orElse(0);
        out.printf("%n%s: %s%n%n", finding.row(), finding.how());
        if (finding.figures().isEmpty()) {
            return;
        }
        out.print("  " + " ".repeat(first));
        columns.forEach(column -> out.print("  " + padded(column, width(column))));
        out.println();
        for (Finding.Figure figure : finding.figures()) {
            out.print("  " + figure.contestant()
                    + " ".repeat(first - figure.contestant().length()));
            columns.forEach(column -> out.print("  " + padded(cell(figure, column), width(column))));
            out.println();
        }
        out.println();
        finding.goals().forEach(goal -> out.printf("  %-12s %s: %s%n", verdict(goal), goal.wanted(), goal.got()));
        finding.figures().stream()
                .filter(figure -> !figure.settings().isEmpty())
                .forEach(figure -> out.printf("  %s: %s%n", figure.contestant(), figure.settings()));
        finding.notes().forEach(note -> out.printf("  * %s%n", note));
    }

    /** A finding as a document shows it. */
    static String markdown(Finding finding) {
        Set<String> columns = columns(finding);
        StringBuilder text = new StringBuilder("### " + finding.row() + "\n\n" + finding.how() + "\n\n");
        if (finding.figures().isEmpty()) {
            return text.toString();
        }
        text.append("| | ").append(String.join(" | ", columns)).append(" |\n");
        text.append("|---".repeat(columns.size() + 1)).append("|\n");
        for (Finding.Figure figure : finding.figures()) {
            text.append("| ").append(figure.contestant());
            columns.forEach(column -> text.append(" | ").append(cell(figure, column)));
            text.append(" |\n");
        }
        text.append('\n');
        finding.goals()
                .forEach(goal -> text.append("* **%s**: %s: %s\n".formatted(verdict(goal), goal.wanted(), goal.got())));
        finding.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        return text.append('\n').toString();
    }

    private static Set<String> columns(Finding finding) {
        Set<String> columns = new LinkedHashSet<>();
        finding.figures().forEach(figure -> columns.addAll(figure.values().keySet()));
        return columns;
    }

    private static String verdict(Finding.Goal goal) {
        return goal.reached() ? "reached" : "falls short";
    }

    private static String cell(Finding.Figure figure, String column) {
        Double value = figure.values().get(column);
        return value == null || value.isNaN() ? "" : number(value);
    }

    private static int width(String column) {
        return Math.max(column.length(), NARROWEST);
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** All of them, to be taken into a document. */
    static void writeMarkdown(Path file, Map<String, ?> about, List<Finding> findings) throws IOException {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(markdown(finding)));
        about.forEach((what, value) ->
                text.append("* ").append(what).append(": ").append(value).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text.toString());
    }

    static void write(Path file, Map<String, ?> about, List<Finding> findings) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("findings", findings);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(all) + System.lineSeparator());
    }
}
