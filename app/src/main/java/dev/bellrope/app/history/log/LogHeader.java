package dev.bellrope.app.history.log;

import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns of a log, and the slots of a {@link LogRow} for those that the mapping uses. */
final class LogHeader {
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final int width;
    private final int[] slotByPosition;

    /** Creates a header; throws {@link UnreadableLog} with every column that the mapping names and the log lacks. */
    LogHeader(List<String> names, List<LogColumn> wanted) {
        width = names.size();
        Map<String, Integer> seen = new HashMap<>();
        for (int position = 0; position < width; position++) {
            String name = names.get(position).strip();
            int times = seen.merge(name, 1, Integer::sum);
            positions.putIfAbsent(times == 1 ? name : name + "#" + times, position);
        }
        slotByPosition = new int[width];
        Arrays.fill(slotByPosition, -1);
        List<MappingProblem> problems = new ArrayList<>();
        for (LogColumn column : wanted) {
            Integer position = positions.get(column.name());
            if (position == null) {
                problems.add(column.problem("the log has no column \"" + column.name() + "\". "
                        + Nearest.advice(column.name(), positions.keySet())));
            } else if (!slots.containsKey(column.name())) {
                slotByPosition[position] = slots.size();
                slots.put(column.name(), slots.size());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableLog("The mapping does not fit the log's columns:", problems);
        }
    }

    /** Returns how many columns every row must have. */
    int width() {
        return width;
    }

    /** Returns how many values a row keeps. */
    int slots() {
        return slots.size();
    }

    /** Returns the slot for the value at a position of the file; negative if the mapping does not use it. */
    int slotAt(int position) {
        return position < width ? slotByPosition[position] : -1;
    }

    String text(LogRow row, LogColumn column) {
        return text(row.values(), column);
    }

    String text(String[] values, LogColumn column) {
        return values[Objects.requireNonNull(slots.get(column.name()))];
    }
}
