package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.entry.Flaws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a file, by column. A column that is not in the file keeps the old value; an empty cell empties it. */
final class CsvRow {
    static final String BETWEEN = "|";

    private final long line;
    private final Map<String, String> cells;
    private final Flaws flaws;

    CsvRow(long line, Map<String, String> cells, Flaws flaws) {
        this.line = line;
        this.cells = cells;
        this.flaws = flaws;
    }

    long line() {
        return line;
    }

    /** Returns the row with its flaws ignored. */
    CsvRow quietly() {
        return new CsvRow(line, cells, new Flaws());
    }

    String text(String column, String otherwise) {
        return cells.getOrDefault(column, otherwise);
    }

    List<String> list(String column, List<String> otherwise) {
        String cell = cells.get(column);
        return cell == null ? otherwise : List.of(cell.split("[|\\r\\n]+"));
    }

    int number(String column, int otherwise, int empty) {
        String cell = cells.get(column);
        if (cell == null) {
            return otherwise;
        }
        if (cell.isEmpty()) {
            return empty;
        }
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException noNumber) {
            flaws.add(line, column, cell, "is no whole number");
            return empty;
        }
    }

    /**
     * Returns the values of the columns with a prefix, by the rest of the column's name, merged into the old ones; an
     * empty cell removes a value.
     */
    <V> Map<String, V> family(String prefix, Map<String, V> before, CellReader<V> reading) {
        Map<String, V> family = new LinkedHashMap<>(before);
        cells.forEach((column, cell) -> {
            if (column.startsWith(prefix)) {
                String name = column.substring(prefix.length());
                if (cell.isEmpty()) {
                    family.remove(name);
                } else {
                    family.put(name, reading.read(cell));
                }
            }
        });
        return family;
    }

    /** Reads a value from a cell. */
    interface CellReader<V> {
        V read(String cell);
    }

    static <E, V> V or(@Nullable E before, Function<E, V> value, V otherwise) {
        return before == null ? otherwise : value.apply(before);
    }
}
