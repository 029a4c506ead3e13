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

    private Report() {}

    static void print(Finding finding, PrintStream out) {
        Set<String> columns = new LinkedHashSet<>();
        finding.figures().forEach(figure -> columns.addAll(figure.values().keySet()));
        out.printf("%n%s: %s%n%n", finding.row(), finding.how());
        out.printf("  %-22s", "");
        columns.forEach(column -> out.printf(" %16s", column));
        out.println();
        for (Finding.Figure figure : finding.figures()) {
            out.printf("  %-22s", figure.contestant());
            for (String column : columns) {
                Double value = figure.values().get(column);
                out.printf(" %16s", value == null ? "" : number(value));
            }
            out.println();
        }
        out.println();
        finding.goals()
                .forEach(goal -> out.printf(
                        "  %-12s %s: %s%n", goal.reached() ? "reached" : "NOT REACHED", goal.wanted(), goal.got()));
        finding.figures().stream()
                .filter(figure -> !figure.settings().isEmpty())
                .forEach(figure -> out.printf("  %s: %s%n", figure.contestant(), figure.settings()));
        finding.notes().forEach(note -> out.printf("  * %s%n", note));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static void write(Path file, Map<String, ?> about, List<Finding> findings) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("findings", findings);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(all) + System.lineSeparator());
    }
}
