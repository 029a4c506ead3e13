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

/** Takes from each record only the columns that a mapping asks for, and keeps equal values once. */
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
     * One record.
     *
     * @param line of the file on which it begins, from 1
     * @param fields how many fields it has
     * @param values by the header's slots
     */
    @SuppressWarnings("ArrayRecordComponent") // lives from the parser to the next line of code
    record RawRow(long line, int fields, String[] values) {}

    /** The columns; there once the first record was read. */
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
