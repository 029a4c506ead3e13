package dev.bellrope.app.alarms;

import java.util.List;
import java.util.Map;

/**
 * What came of alarms that were due.
 *
 * @param struck in the order in which they struck
 * @param failed by subject, where striking failed; its alarms are armed as before
 */
public record StrikeResult(List<DueAlarm> struck, Map<Subject, RuntimeException> failed) {
    public static final StrikeResult NOTHING = new StrikeResult(List.of(), Map.of());
}
