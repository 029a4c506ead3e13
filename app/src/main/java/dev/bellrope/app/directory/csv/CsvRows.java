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

    /** Returns the rows with as many cells as the header, and adds to the flaws what is wrong with the others. */
    static List<CsvRow> read(byte[] file, CsvShape<?> shape, Flaws flaws) {
        String text = CsvText.decode(file);
        List<CsvRow> rows = new ArrayList<>();
        List<String> columns = List.of();
        long line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(CsvText.separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord read : reader) {
                line = read.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = CsvHeader.read(read.getFields(), shape, flaws);
                    if (flaws.count() > 0) {
                        return rows;
                    }
                } else if (read.getFieldCount() != columns.size()) {
                    flaws.add(
                            line,
                            "",
                            "",
                            "has " + read.getFieldCount() + " cells, but the header has " + columns.size());
                } else if (rows.size() == MOST) {
                    flaws.add(line, "", "", "is beyond the " + MOST + " rows that one file may have; split it");
                    return rows;
                } else {
                    rows.add(new CsvRow(line, cells(columns, read.getFields()), flaws));
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

    private static Map<String, String> cells(List<String> columns, List<String> fields) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), CsvText.unguarded(fields.get(i).strip()));
        }
        return cells;
    }

    private static String reason(CsvParseException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage());
    }
}
