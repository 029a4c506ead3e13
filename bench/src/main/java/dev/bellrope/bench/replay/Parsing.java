package dev.bellrope.bench.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The peer: FastCSV reads the same file and looks at every field. */
public final class Parsing {
    private Parsing() {}

    /** The count of characters in all fields. */
    static long characters(Path log) throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(log), 1 << 16), StandardCharsets.UTF_8))) {
            for (CsvRecord row : rows) {
                for (String field : row.getFields()) {
                    characters += field.length();
                }
            }
        }
        return characters;
    }

    /** As a process of its own. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(characters(Path.of(arguments[0])));
    }
}
