package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts entries to texts by column and back, for forms. Columns are named as in the CSV files. A list has one value
 * per line; the facts and the people of an account are lines of {@code name: value} in the columns {@code facts} and
 * {@code people}.
 */
public final class Cells {
    private static final Map<String, String> FAMILIES = Map.of("facts", "fact.", "people", "person.");

    private Cells() {}

    /** Returns the columns of a kind, in order; those of the key come first. */
    public static List<String> columns(EntryKind kind) {
        List<String> columns = new ArrayList<>(CsvShape.of(kind).columns());
        if (!CsvShape.of(kind).families().isEmpty()) {
            columns.add("facts");
            columns.add("people");
        }
        return columns;
    }

    /** Returns the key columns of a kind, which every new entry needs. */
    public static List<String> keys(EntryKind kind) {
        return kind == EntryKind.ALIASES
                ? List.of("source", "alias")
                : kind == EntryKind.ABSENCES
                        ? List.of("person", "id")
                        : CsvShape.of(kind).needed();
    }

    /** Returns the texts of an entry, by column. */
    public static <E extends Entry> Map<String, String> of(E entry) {
        CsvShape<E> shape = shape(entry.kind());
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> texts = shape.cells().apply(entry);
        for (int i = 0; i < texts.size(); i++) {
            cells.put(shape.columns().get(i), lines(shape.columns().get(i), texts.get(i)));
        }
        Map<String, String> members = shape.members().apply(entry);
        FAMILIES.forEach((column, prefix) -> {
            if (shape.families().contains(prefix)) {
                cells.put(
                        column,
                        members.entrySet().stream()
                                .filter(member -> member.getKey().startsWith(prefix))
                                .map(member -> member.getKey().substring(prefix.length()) + ": " + member.getValue())
                                .collect(Collectors.joining("\n")));
            }
        });
        return cells;
    }

    /**
     * Reads an entry from texts by column; a missing column is empty. {@link Entries} decides whether the entry is
     * acceptable.
     *
     * @throws BadInput when a text cannot be read at all
     */
    public static <E extends Entry> E read(EntryKind kind, Map<String, String> cells) {
        CsvShape<E> shape = shape(kind);
        Map<String, String> texts = new LinkedHashMap<>();
        Flaws flaws = new Flaws();
        columns(kind).forEach(column -> {
            String text = cells.getOrDefault(column, "").replace("\r\n", "\n").strip();
            String prefix = FAMILIES.get(column);
            if (prefix != null && shape.families().contains(prefix)) {
                members(column, text, prefix, texts, flaws);
            } else {
                texts.put(column, text);
            }
        });
        E entry = shape.reader().read(new CsvRow(0, texts, false, flaws), null);
        flaws.raise();
        return entry;
    }

    private static void members(String column, String text, String prefix, Map<String, String> texts, Flaws flaws) {
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                flaws.add(0, column, line, "is no line such as name: value");
            } else {
                texts.put(
                        prefix + line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private static String lines(String column, String text) {
        return switch (column) {
            case "duties", "skills", "holidays", "worked", "special_hours" -> text.replace(CsvRow.BETWEEN, "\n");
            default -> text;
        };
    }

    @SuppressWarnings("unchecked") // a kind's shape is the shape of its entries
    private static <E extends Entry> CsvShape<E> shape(EntryKind kind) {
        return (CsvShape<E>) CsvShape.of(kind);
    }
}
