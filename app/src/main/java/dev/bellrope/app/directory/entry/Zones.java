package dev.bellrope.app.directory.entry;

import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads zone ids by their current names. */
public final class Zones {
    private Zones() {}

    /**
     * Returns the current name of a zone, such as {@code Asia/Kolkata} for {@code Asia/Calcutta}; anything else is
     * returned unchanged, to be refused later.
     */
    static String canonical(String zone) {
        try {
            return get(zone).getId();
        } catch (DateTimeException | IllegalArgumentException unknown) {
            return zone;
        }
    }

    /**
     * Returns the zone with an id.
     *
     * @throws DateTimeException if there is none
     * @throws IllegalArgumentException if it is an offset
     */
    public static ZoneId get(String zone) {
        return WorkingCalendar.of(zone, ZoneId.of(zone), Week.ALWAYS, Holidays.NONE)
                .zone();
    }
}
