package dev.bellrope.app.escalations.web;

import dev.bellrope.app.escalations.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Escalations in lanes: requests, active by level from the top, resolved, watched, closed lately. */
record Board(Map<String, List<Row>> lanes) {
    /** What slips first first, then the worst. */
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.nextDue().orElse(Instant.MAX))
            .thenComparing(Row::severity)
            .thenComparing(Row::begunAt);

    static Board of(List<Row> open, List<Row> over) {
        Map<String, List<Row>> lanes = new LinkedHashMap<>();
        lane(lanes, "Requests", open, "requested", "");
        open.stream()
                .filter(row -> row.status().equals("active"))
                .map(Row::level)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(level -> lane(lanes, "Active, " + level, open, "active", level));
        lane(lanes, "Resolved", open, "resolved", "");
        lane(lanes, "Watched", open, "watch", "");
        if (!over.isEmpty()) {
            lanes.put("Over lately", over);
        }
        return new Board(lanes);
    }

    private static void lane(Map<String, List<Row>> lanes, String title, List<Row> rows, String status, String level) {
        List<Row> lane = rows.stream()
                .filter(row -> row.status().equals(status))
                .filter(row -> level.isEmpty() || row.level().equals(level))
                .sorted(ORDER)
                .toList();
        if (!lane.isEmpty()) {
            lanes.put(title, lane);
        }
    }
}
