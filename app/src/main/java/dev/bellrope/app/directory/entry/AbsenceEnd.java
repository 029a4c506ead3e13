package dev.bellrope.app.directory.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads the start and end of an absence: a day or a local time in the person's zone, or an instant. */
public final class AbsenceEnd {
    public static final String ACCEPTED =
            "a day such as 2026-12-24 (the last day away is included), a local time such as 2026-12-24T13:00, or an instant such as 2026-12-24T12:00:00Z";

    private AbsenceEnd() {}

    /** Returns the first instant away. @throws DateTimeException if it cannot be read */
    public static Instant from(String text, ZoneId zone) {
        return isDay(text) ? LocalDate.parse(text).atStartOfDay(zone).toInstant() : time(text, zone);
    }

    /** Returns the first instant back. @throws DateTimeException if it cannot be read */
    public static Instant until(String text, ZoneId zone) {
        return isDay(text)
                ? LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant()
                : time(text, zone);
    }

    private static boolean isDay(String text) {
        return text.indexOf('T') < 0;
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException local) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
    }
}
