package dev.bellrope.app.alarms;

import java.util.List;
import java.util.Map;

/**
 * The result of striking due alarms.
 *
 * @param struck the struck alarms, in order
 * @param failed the failures by subject; the alarms of those subjects are armed as before
 */
public record StrikeResult(List<DueAlarm> struck, Map<Subject, RuntimeException> failed) {
    public static final StrikeResult NOTHING = new StrikeResult(List.of(), Map.of());
}
