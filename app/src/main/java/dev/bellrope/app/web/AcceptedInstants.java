package dev.bellrope.app.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Reads the instants and dates that Bellrope accepts from outside: ISO 8601, instants with a zone, from 1970 up to
 * 2200. Later ones are typing errors or placeholders ("9999-12-31"), and no calendar of working hours covers them.
 */
public final class AcceptedInstants {
    /** The first accepted instant. */
    public static final Instant FIRST = Instant.EPOCH;
    /** The first instant after the accepted range. */
    public static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private static final String ACCEPTED =
            "Accepted: ISO 8601 with a zone, such as 2026-03-06T16:30:00+01:00 or 2026-03-06T15:30:00Z, from 1970 up to 2200.";
    private static final int LONGEST = 80;

    private AcceptedInstants() {}

    /**
     * Reads an instant.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public static Instant parse(String written) {
        Instant instant;
        try {
            instant = written.endsWith("]")
                    ? ZonedDateTime.parse(written).toInstant()
                    : OffsetDateTime.parse(written, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(shown(written) + " is not an instant. " + ACCEPTED, wrong);
        }
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException(shown(written) + " is out of range. " + ACCEPTED);
        }
        return instant;
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public static LocalDate parseDate(String written) {
        try {
            LocalDate date = LocalDate.parse(written);
            if (date.getYear() >= 1970 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    shown(written) + " is not a date. Accepted: such as 2026-03-06, from 1970 up to 2200.", wrong);
        }
        throw new IllegalArgumentException(shown(written) + " is out of range. Accepted: from 1970 up to 2200.");
    }

    private static String shown(String written) {
        return '"' + (written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "...") + '"';
    }
}
