package dev.bellrope.app.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.bellrope.app.directory.Written.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The directory as CSV files, one a kind. A file is taken whole or not at all; taking it sends nothing and starts no clock. Where files refer
 * to each other, the order is calendars, teams, people, accounts, then the others.
 */
@Component
public class CsvFiles {
    private final Tables tables;
    private final Rules rules;
    private final RevisionTable revisions;
    private final Entries entries;
    private final TransactionOperations transactions;

    CsvFiles(Tables tables, Rules rules, RevisionTable revisions, Entries entries, TransactionOperations transactions) {
        this.tables = tables;
        this.rules = rules;
        this.revisions = revisions;
        this.entries = entries;
        this.transactions = transactions;
    }

    /**
     * Says what {@link #take} would do, and does nothing.
     *
     * @throws BadInput if any row cannot be taken
     */
    public Imported check(Kind kind, byte[] file) {
        return taken(CsvShape.of(kind), kind, file, Optional.empty());
    }

    /**
     * Creates and replaces the entries of a file. Columns that the file does not have stay as they are; nothing is removed.
     *
     * @param by who brings the file
     * @throws BadInput if any row cannot be taken; then none was
     */
    public Imported take(Kind kind, byte[] file, String by) {
        return taken(CsvShape.of(kind), kind, file, Optional.of(by));
    }

    /** A file that {@link #take} reads back to the same entries. */
    public String export(Kind kind) {
        return export(CsvShape.of(kind), kind);
    }

    private <E extends Entry> Imported taken(CsvShape<E> shape, Kind kind, byte[] file, Optional<String> by) {
        Flaws flaws = new Flaws();
        List<CsvRow> rows = CsvRows.read(file, shape, flaws);
        return transactions.execute(status -> {
            revisions.lock(kind.part());
            Table<E> table = tables.get(kind);
            Map<List<String>, Kept<E>> before = new HashMap<>();
            table.list().forEach(kept -> before.put(kept.entry().key(), kept));
            List<E> read = checked(shape, kind, rows, before, flaws);
            flaws.raise();
            Instant now = entries.now();
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            List<Kept<E>> changed = new ArrayList<>();
            for (E entry : read) {
                Written<E> written =
                        Entries.written(entry, Optional.ofNullable(before.get(entry.key())), now, by.orElse(""));
                counts.merge(written.outcome(), 1, Integer::sum);
                if (written.outcome() != Outcome.UNCHANGED) {
                    changed.add(written.kept());
                }
            }
            by.filter(ignored -> !changed.isEmpty()).ifPresent(writer -> entries.store(table, changed, now, writer));
            return new Imported(
                    kind,
                    counts.getOrDefault(Outcome.CREATED, 0),
                    counts.getOrDefault(Outcome.UPDATED, 0),
                    counts.getOrDefault(Outcome.UNCHANGED, 0));
        });
    }

    private <E extends Entry> List<E> checked(
            CsvShape<E> shape, Kind kind, List<CsvRow> rows, Map<List<String>, Kept<E>> before, Flaws flaws) {
        List<E> read = new ArrayList<>();
        Map<List<String>, Long> lines = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (CsvRow row : rows) {
            List<String> key = shape.reader().read(row.quietly(), null).key();
            Kept<E> kept = before.get(key);
            read.add(shape.reader().read(row, kept == null || !kept.isThere() ? null : kept.entry()));
            ids.add(String.join("/", key));
            Long earlier = lines.putIfAbsent(key, row.line());
            if (earlier != null) {
                flaws.add(
                        row.line(),
                        shape.needed().getLast(),
                        String.join("/", key),
                        "is in this file twice, first in line " + earlier);
            }
        }
        References references = References.of(tables, kind, ids);
        for (int i = 0; i < read.size(); i++) {
            rules.check(read.get(i), references, rows.get(i).line(), flaws);
        }
        return read;
    }

    private <E extends Entry> String export(CsvShape<E> shape, Kind kind) {
        List<E> there = tables.<E>get(kind).list().stream()
                .filter(Kept::isThere)
                .map(Kept::entry)
                .toList();
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
