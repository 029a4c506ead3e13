package dev.bellrope.app.history.log;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.bellrope.app.history.log.Log.LogCounts;
import dev.bellrope.app.history.log.RowHandler.RawRow;
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

/** Reads a log with its mapping: turns rows into signals in time order. */
public final class LogReader {
    private static final int BUFFER = 1 << 16;
    private static final int BAD_ROWS_SHOWN = 20;

    private final Mapping mapping;
    private final TimeFormats times;
    private final List<LogColumn> otherTimes;
    private final List<LogRow> rows = new ArrayList<>();
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
     * @throws UnreadableLog when a column is missing, or a row cannot be read and the mapping does not say to skip it
     */
    public static Log read(Path log, Mapping mapping) {
        return new LogReader(mapping).read(log);
    }

    private Log read(Path log) {
        try (InputStream checked = open(log);
                InputStream file = open(log)) {
            LogCharset.requireReadable(checked, mapping.shape.charset());
            LogHeader header = readRows(file);
            rows.sort(Comparator.comparing(LogRow::at).thenComparingLong(LogRow::line));
            return told(header);
        } catch (NoSuchFileException e) {
            throw new UnreadableLog("There is no file " + log + ".", e);
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

    private LogHeader readRows(InputStream file) throws IOException {
        RowHandler handler = new RowHandler(mapping.columns(), mapping.shape.missing());
        try (CsvReader<RawRow> csv = CsvReader.builder()
                        .fieldSeparator(mapping.shape.delimiter())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(true)
                        .detectBomHeader(true)
                        .build(handler, file, mapping.shape.charset());
                CloseableIterator<RawRow> records = csv.iterator()) {
            if (!records.hasNext()) {
                throw new UnreadableLog("The log is empty; it needs a first line with the names of its columns.");
            }
            records.next();
            LogHeader header = Objects.requireNonNull(handler.header());
            while (records.hasNext()) {
                take(header, records.next());
            }
            return header;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnreadableLog wrong) {
                throw wrong; // the parser wraps what the header check throws
            }
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new UnreadableLog("The log is no readable CSV: " + reason.getMessage(), e);
        }
    }

    private void take(LogHeader header, RawRow raw) {
        try {
            rows.add(row(header, raw));
        } catch (UnreadableValue e) {
            bad(raw.line(), e);
        }
    }

    private LogRow row(LogHeader header, RawRow raw) {
        if (raw.fields() != header.width()) {
            throw new UnreadableValue("it has " + raw.fields() + " fields, the first line has " + header.width());
        }
        for (LogColumn time : otherTimes) {
            String text = header.text(raw.values(), time);
            if (!text.isEmpty()) {
                times.parse(time.name(), text);
            }
        }
        if (header.text(raw.values(), mapping.ticket).isEmpty()) {
            throw new UnreadableValue(mapping.ticket.name(), "", "a row needs its ticket");
        }
        Instant at = times.parse(mapping.time.name(), header.text(raw.values(), mapping.time));
        return new LogRow(raw.line(), at, raw.values());
    }

    private void bad(long line, UnreadableValue reason) {
        String message = "line " + line + ", " + reason.getMessage();
        if (!mapping.shape.skipsBadRows()) {
            throw new UnreadableLog("The log cannot be read at " + message
                    + ". (With \"bad-rows: skip\" under \"file\" such rows are counted and left out.)");
        }
        skipped++;
        if (badRows.size() < BAD_ROWS_SHOWN) {
            badRows.add(message);
        }
    }

    private Log told(LogHeader header) {
        AccountBook accounts = new AccountBook(mapping.accounts, header);
        RosterBook people = new RosterBook(mapping.people, header);
        RowInterpreter telling = new RowInterpreter(mapping, header, times);
        int read = 0;
        for (LogRow row : rows) {
            try {
                telling.tell(row, accounts.accountOf(row));
                people.note(row);
                read++;
            } catch (UnreadableValue e) {
                bad(row.line(), e);
            }
        }
        return new Log(
                telling.signals(),
                accounts.accounts(),
                people.people(),
                new LogCounts(read, telling.tickets(), skipped, badRows));
    }
}
