package dev.bellrope.app.escalations;

import java.util.List;
import java.util.Map;

/**
 * What came of alarms that were due.
 *
 * @param struck in the order in which they struck
 * @param failed by subject, where deciding failed; its alarms are armed as before
 */
public record Struck(List<DueAlarm> struck, Map<String, RuntimeException> failed) {
    static final Struck NOTHING = new Struck(List.of(), Map.of());
}
