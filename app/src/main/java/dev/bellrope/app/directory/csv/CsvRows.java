package dev.bellrope.app.directory.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bellrope.app.directory.entry.Flaws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a file into rows. */
final class CsvRows {
    static final int MOST = 200_000;

    private CsvRows() {}

    /**
     * Returns the rows, and adds to the flaws what is wrong with them. Empty rows do not count, nor do empty cells to
     * the right of the header's names; a row must have the other cells of the header.
     */
    static List<CsvRow> read(String text, char separator, CsvShape<?> shape, Flaws flaws) {
        List<CsvRow> rows = new ArrayList<>();
        List<String> columns = List.of();
        long line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord read : reader) {
                line = read.getStartingLineNumber();
                List<String> fields = filled(read.getFields(), columns.size());
                if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = CsvHeader.read(fields, shape, flaws);
                    if (flaws.count() > 0) {
                        return rows;
                    }
                } else if (fields.size() != columns.size()) {
                    flaws.add(line, "", "", "has " + fields.size() + " cells, but the header has " + columns.size());
                } else if (rows.size() == MOST) {
                    flaws.add(line, "", "", "is beyond the " + MOST + " rows that one file may have; split it");
                    return rows;
                } else {
                    rows.add(new CsvRow(line, cells(columns, fields, line, flaws), separator == ';', flaws));
                }
            }
        } catch (CsvParseException unreadable) {
            flaws.add(line + 1, "", "", "this row cannot be read: " + reason(unreadable));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (columns.isEmpty() && flaws.count() == 0) {
            flaws.add(
                    1, "", "", "the file is empty; its first line is the header " + String.join(",", shape.columns()));
        }
        return rows;
    }

    /** Returns the cells up to the last one that is not blank, but at least as many as wanted, if there are. */
    private static List<String> filled(List<String> fields, int wanted) {
        int size = fields.size();
        while (size > wanted && fields.get(size - 1).isBlank()) {
            size--;
        }
        return fields.subList(0, size);
    }

    private static Map<String, String> cells(List<String> columns, List<String> fields, long line, Flaws flaws) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = CsvText.unguarded(fields.get(i).strip());
            if (!columns.get(i).isEmpty()) {
                cells.put(columns.get(i), cell);
            } else if (!cell.isEmpty()) {
                flaws.add(line, "", cell, "is in column " + (i + 1) + ", which has no name in the header");
            }
        }
        return cells;
    }

    private static String reason(CsvParseException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage());
    }
}
