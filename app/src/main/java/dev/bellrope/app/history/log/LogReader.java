package dev.bellrope.app.history.log;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bellrope.app.history.log.Log.Counts;
import dev.bellrope.app.history.log.RowHandler.Raw;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads a log with its mapping: rows in, signals in the order of time out. */
public final class LogReader {
    private static final int BUFFER = 1 << 16;
    private static final int BAD_ROWS_SHOWN = 20;

    private final Mapping mapping;
    private final TimeFormats times;
    private final List<Column> otherTimes;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> badRows = new ArrayList<>();
    private int skipped;

    private LogReader(Mapping mapping) {
        this.mapping = mapping;
        this.times = new TimeFormats(mapping.timePatterns, mapping.zone);
        this.otherTimes = mapping.timeColumns();
    }

    /**
     * Reads a log, gzipped or not.
     *
     * @throws WrongLog when a column is not there, or a row cannot be read and the mapping does not say to skip it
     */
    public static Log read(Path log, Mapping mapping) {
        return new LogReader(mapping).read(log);
    }

    private Log read(Path log) {
        try (InputStream file = open(log)) {
            Header header = readRows(file);
            rows.sort(Comparator.comparing(Row::at).thenComparingLong(Row::line));
            return told(header);
        } catch (NoSuchFileException e) {
            throw new WrongLog("There is no file " + log + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be read.", e);
        }
    }

    private static InputStream open(Path log) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(log), BUFFER);
        file.mark(2);
        boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return gzip ? new GZIPInputStream(file, BUFFER) : file;
    }

    private Header readRows(InputStream file) throws IOException {
        RowHandler handler = new RowHandler(mapping.columns(), mapping.shape.missing());
        try (CsvReader<Raw> csv = CsvReader.builder()
                        .fieldSeparator(mapping.shape.delimiter())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .detectBomHeader(true)
                        .build(handler, file, mapping.shape.charset());
                CloseableIterator<Raw> records = csv.iterator()) {
            if (!records.hasNext()) {
                throw new WrongLog("The log is empty; it needs a first line with the names of its columns.");
            }
            records.next();
            Header header = Objects.requireNonNull(handler.header());
            while (records.hasNext()) {
                take(header, records.next());
            }
            return header;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof WrongLog wrong) {
                throw wrong; // the parser wraps what the header's check says
            }
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new WrongLog("The log is no readable CSV: " + reason.getMessage(), e);
        }
    }

    private void take(Header header, Raw raw) {
        try {
            rows.add(row(header, raw));
        } catch (BadValue e) {
            bad(raw.line(), e);
        }
    }

    private Row row(Header header, Raw raw) {
        if (raw.fields() != header.width()) {
            throw new BadValue("it has " + raw.fields() + " fields, the first line has " + header.width());
        }
        for (Column time : otherTimes) {
            String text = header.text(raw.values(), time);
            if (!text.isEmpty()) {
                times.parse(time.name(), text);
            }
        }
        if (header.text(raw.values(), mapping.ticket).isEmpty()) {
            throw new BadValue(mapping.ticket.name(), "", "a row needs its ticket");
        }
        Instant at = times.parse(mapping.time.name(), header.text(raw.values(), mapping.time));
        return new Row(raw.line(), at, raw.values());
    }

    private void bad(long line, BadValue reason) {
        String message = "line " + line + ", " + reason.getMessage();
        if (!mapping.shape.skipsBadRows()) {
            throw new WrongLog("The log cannot be read at " + message
                    + ". (With \"bad-rows: skip\" under \"file\" such rows are counted and left out.)");
        }
        skipped++;
        if (badRows.size() < BAD_ROWS_SHOWN) {
            badRows.add(message);
        }
    }

    private Log told(Header header) {
        AccountBook accounts = new AccountBook(mapping.accounts, header);
        RosterBook people = new RosterBook(mapping.people, header);
        Telling telling = new Telling(mapping, header, times);
        int read = 0;
        for (Row row : rows) {
            try {
                telling.tell(row, accounts.accountOf(row));
                people.note(row);
                read++;
            } catch (BadValue e) {
                bad(row.line(), e);
            }
        }
        return new Log(
                telling.signals(),
                accounts.accounts(),
                people.people(),
                new Counts(read, telling.tickets(), skipped, badRows));
    }
}
