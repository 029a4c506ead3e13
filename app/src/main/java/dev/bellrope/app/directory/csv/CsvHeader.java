package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.entry.Flaws;
import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the header row of a file. */
final class CsvHeader {
    private CsvHeader() {}

    /**
     * Returns the columns by their names in the shape, empty for one without a name, and adds to the flaws what is wrong
     * with them.
     */
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
            if (column.isEmpty()) {
                continue;
            }
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
        String known = String.join(", ", shape.columns())
                + (shape.families().isEmpty()
                        ? ""
                        : ", and columns that begin with " + String.join(" or ", shape.families()));
        return Nearest.to(written, shape.columns())
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("") + " Accepted are " + known + ".";
    }
}
