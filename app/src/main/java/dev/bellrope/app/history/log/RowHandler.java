package dev.bellrope.app.history.log;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.bellrope.app.history.log.RowHandler.RawRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps only the columns of each record that a mapping uses, and shares equal values. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RawRow> {
    private final List<LogColumn> wanted;
    private final Set<String> missing;
    private final Map<String, String> shared = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private @Nullable LogHeader header;
    private String[] values = new String[0];

    RowHandler(List<LogColumn> wanted, Set<String> missing) {
        this.wanted = wanted;
        this.missing = missing;
    }

    /**
     * A raw record.
     *
     * @param line the line of the file on which the record begins, from 1
     * @param fields the number of its fields
     * @param values the values, indexed by the header's slots
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived: handed from the parser to the next line of code
    record RawRow(long line, int fields, String[] values) {}

    /** Returns the columns; null until the first record has been read. */
    @Nullable LogHeader header() {
        return header;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        if (header != null) {
            values = new String[header.slots()];
            Arrays.fill(values, "");
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (header == null) {
            names.add(new String(buffer, offset, length));
            return;
        }
        int slot = header.slotAt(index);
        if (slot >= 0) {
            String value = new String(buffer, offset, length).strip();
            values[slot] = missing.contains(value) ? "" : shared.computeIfAbsent(value, same -> same);
        }
    }

    @Override
    protected RawRow buildRecord() {
        if (header == null) {
            header = new LogHeader(names, wanted);
        }
        return new RawRow(getStartingLineNumber(), getFieldCount(), values);
    }
}
