package dev.bellrope.app.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The first row of a file: which column is where. */
final class CsvHeader {
    private static final int FARTHEST = 3;

    private CsvHeader() {}

    /** The columns under the names of the shape, and what is wrong with them among the flaws. */
    static List<String> read(List<String> cells, CsvShape<?> shape, Flaws flaws) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String written = CsvText.unguarded(cell.strip());
            String column = shape.columns().stream()
                    .filter(written::equalsIgnoreCase)
                    .findFirst()
                    .orElse(written);
            columns.add(column);
            if (!shape.columns().contains(column) && shape.families().stream().noneMatch(column::startsWith)) {
                flaws.add(1, written, "", "is no column." + advice(written, shape));
            } else if (!seen.add(column)) {
                flaws.add(1, column, "", "is there twice");
            }
        }
        for (String needed : shape.needed()) {
            if (!seen.contains(needed)) {
                flaws.add(1, needed, "", "is missing from the header");
            }
        }
        return columns;
    }

    private static String advice(String written, CsvShape<?> shape) {
        Optional<String> nearest = shape.columns().stream()
                .filter(known -> distance(written.toLowerCase(Locale.ROOT), known) <= FARTHEST)
                .min(Comparator.comparingInt(known -> distance(written.toLowerCase(Locale.ROOT), known)));
        String known = String.join(", ", shape.columns())
                + (shape.families().isEmpty()
                        ? ""
                        : ", and columns that begin with " + String.join(" or ", shape.families()));
        return nearest.map(near -> " Did you mean " + near + "?").orElse("") + " Accepted are " + known + ".";
    }

    /** Levenshtein's: how many letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        if (one.length() > other.length() + FARTHEST) {
            return FARTHEST + 1;
        }
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
