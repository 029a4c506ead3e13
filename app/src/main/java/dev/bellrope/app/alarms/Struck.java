package dev.bellrope.app.alarms;

import java.util.List;
import java.util.Map;

/**
 * What came of alarms that were due.
 *
 * @param struck in the order in which they struck
 * @param failed by subject, where striking failed; its alarms are armed as before
 */
public record Struck(List<DueAlarm> struck, Map<Subject, RuntimeException> failed) {
    public static final Struck NOTHING = new Struck(List.of(), Map.of());
}
