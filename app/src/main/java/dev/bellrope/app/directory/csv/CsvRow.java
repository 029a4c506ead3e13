package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.entry.FactKinds;
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
    private final boolean decimalCommas;
    private final Flaws flaws;

    /** @param decimalCommas whether numbers are written as {@code 1.234,5} */
    CsvRow(long line, Map<String, String> cells, boolean decimalCommas, Flaws flaws) {
        this.line = line;
        this.cells = cells;
        this.decimalCommas = decimalCommas;
        this.flaws = flaws;
    }

    long line() {
        return line;
    }

    /** Returns the row with its flaws ignored. */
    CsvRow quietly() {
        return new CsvRow(line, cells, decimalCommas, new Flaws());
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
                    family.put(name, reading.read(name, cell));
                }
            }
        });
        return family;
    }

    /** Reads a value from the cell of a column, without the prefix of its name. */
    interface CellReader<V> {
        V read(String name, String cell);
    }

    /**
     * Reads the facts of an account like {@link #family}. Where the file has decimal commas, so have the facts that are
     * numbers.
     */
    Map<String, Object> facts(String prefix, Map<String, Object> before) {
        return family(prefix, before, (name, cell) -> {
            if (!decimalCommas || !FactKinds.isNumber(name)) {
                return FactCells.read(cell);
            }
            if (FactCells.isAmbiguous(cell)) {
                flaws.add(
                        line,
                        prefix + name,
                        cell,
                        "may be " + cell.replace(".", "") + " or " + cell.replace('.', ',')
                                + " in a file of semicolons; write it in one of these ways");
            }
            return FactCells.read(FactCells.withDecimalPoint(cell));
        });
    }

    static <E, V> V or(@Nullable E before, Function<E, V> value, V otherwise) {
        return before == null ? otherwise : value.apply(before);
    }
}
