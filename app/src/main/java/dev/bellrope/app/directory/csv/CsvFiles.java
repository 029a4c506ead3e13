package dev.bellrope.app.directory.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.BulkEntries;
import dev.bellrope.app.directory.BulkEntries.EntryAtLine;
import dev.bellrope.app.directory.BulkEntries.EntryCounts;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.DecodedText;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaws;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Imports and exports the directory as CSV files, one per kind, in UTF-8; files in UTF-16 or windows-1252, with
 * semicolons or tabs, are read too. A file is imported as a whole or not at all; an import
 * sends nothing and starts no clock. Where files refer to each other, the order is calendars, teams, people, accounts,
 * then the others.
 */
@Component
public class CsvFiles {
    private final BulkEntries entries;

    CsvFiles(BulkEntries entries) {
        this.entries = entries;
    }

    /**
     * Returns what {@link #take} would do, without doing it.
     *
     * @throws BadInput if any row is not acceptable
     */
    public ImportResult check(EntryKind kind, byte[] file, VisibleAccounts visible) {
        return taken(CsvShape.of(kind), kind, file, Optional.empty(), visible);
    }

    /**
     * Creates and replaces the entries of a file. Columns that are not in the file keep their values; nothing is
     * removed.
     *
     * @param by who imports the file
     * @throws BadInput if any row is not acceptable; then none was
     */
    public ImportResult take(EntryKind kind, byte[] file, String by) {
        return take(kind, file, by, VisibleAccounts.ALL);
    }

    /** Imports a file for somebody who may write only what they may see. */
    public ImportResult take(EntryKind kind, byte[] file, String by, VisibleAccounts visible) {
        return taken(CsvShape.of(kind), kind, file, Optional.of(by), visible);
    }

    /** Returns a file from which {@link #take} reads the same entries. */
    public String export(EntryKind kind, VisibleAccounts visible) {
        return export(CsvShape.of(kind), kind, visible);
    }

    private <E extends Entry> ImportResult taken(
            CsvShape<E> shape, EntryKind kind, byte[] file, Optional<String> by, VisibleAccounts visible) {
        Flaws flaws = new Flaws();
        DecodedText decoded = DecodedText.of(file);
        char separator = CsvText.separator(decoded.text());
        List<CsvRow> rows = CsvRows.read(decoded.text(), separator, shape, flaws);
        EntryCounts counts = entries.put(
                kind, (Map<List<String>, E> before) -> read(shape, rows, before, flaws), flaws, by, visible);
        return new ImportResult(
                kind,
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                decoded.charset().name(),
                separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab");
    }

    private static <E extends Entry> List<EntryAtLine<E>> read(
            CsvShape<E> shape, List<CsvRow> rows, Map<List<String>, E> before, Flaws flaws) {
        List<EntryAtLine<E>> read = new ArrayList<>();
        Map<List<String>, Long> lines = new HashMap<>();
        for (CsvRow row : rows) {
            List<String> key = shape.reader().read(row.quietly(), null).key();
            read.add(new EntryAtLine<>(row.line(), shape.reader().read(row, before.get(key))));
            Long earlier = lines.putIfAbsent(key, row.line());
            if (earlier != null) {
                flaws.add(
                        row.line(),
                        shape.needed().getLast(),
                        String.join("/", key),
                        "is in this file twice, first in line " + earlier);
            }
        }
        return read;
    }

    private <E extends Entry> String export(CsvShape<E> shape, EntryKind kind, VisibleAccounts visible) {
        List<E> there = entries.list(kind, visible);
        Set<String> members = new TreeSet<>();
        there.forEach(entry -> members.addAll(shape.members().apply(entry).keySet()));
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> header = new ArrayList<>(shape.columns());
            header.addAll(members);
            writer.writeRecord(header);
            for (E entry : there) {
                List<String> cells = new ArrayList<>(shape.cells().apply(entry));
                Map<String, String> own = shape.members().apply(entry);
                members.forEach(member -> cells.add(own.getOrDefault(member, "")));
                writer.writeRecord(cells.stream().map(CsvText::guarded).toList());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }
}
