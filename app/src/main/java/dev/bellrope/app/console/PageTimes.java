package dev.bellrope.app.console;

import dev.bellrope.app.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Formats times and durations for pages; bellrope.js formats durations in the same way for ticking clocks. */
public final class PageTimes {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ENTERED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX]")
                    .toFormatter(Locale.ROOT))
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm:ss z '('VV')'", Locale.ENGLISH);

    private PageTimes() {}

    /** Returns {@code Fri 6 Mar 16:30 CET}, always with the zone. */
    public static String shortly(Instant at, ZoneId zone) {
        return DAY_AND_TIME.withLocale(Texts.language()).format(at.atZone(zone));
    }

    /** Returns {@code 16:30:05 CET}, for a moment ago. */
    public static String toTheSecond(Instant at, ZoneId zone) {
        return TO_THE_SECOND.withLocale(Texts.language()).format(at.atZone(zone));
    }

    /** Returns {@code 6 Mar 2026}, for what may be years ago. */
    public static String day(Instant at, ZoneId zone) {
        return DAY.withLocale(Texts.language()).format(at.atZone(zone));
    }

    /** Returns {@code Fri 6 Mar 2026}, for a day without a zone. */
    public static String day(LocalDate day) {
        return DAY_OF_WEEK.withLocale(Texts.language()).format(day);
    }

    /**
     * Formats a day, a local time or an instant from a form or a file: {@code Fri 6 Mar 2026}, with the time if there
     * is one; returns other texts unchanged.
     */
    public static String entered(String cell, ZoneId zone) {
        try {
            return switch (ENTERED.parseBest(cell, Instant::from, LocalDateTime::from, LocalDate::from)) {
                case Instant at -> shortly(at, zone);
                case LocalDateTime at -> day(at.toLocalDate()) + " " + at.toLocalTime();
                case TemporalAccessor at -> day(LocalDate.from(at));
            };
        } catch (DateTimeParseException noTime) {
            return cell;
        }
    }

    /** Returns {@code Friday 6 March 2026 16:30:00 CET (Europe/Prague)}. */
    public static String exactly(Instant at, ZoneId zone) {
        return EXACT.withLocale(Texts.language()).format(at.atZone(zone));
    }

    /**
     * Returns the two largest units: {@code 45s}, {@code 12m 05s}, {@code 3h 10m}, {@code 2d 4h}; a day is 24 hours
     * here.
     */
    public static String length(Duration length) {
        long seconds = length.abs().toSeconds();
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (seconds < 60) {
            return seconds + "s";
        }
        if (minutes < 60) {
            return "%dm %02ds".formatted(minutes, seconds % 60);
        }
        if (hours < 24) {
            return "%dh %02dm".formatted(hours, minutes % 60);
        }
        return "%dd %dh".formatted(hours / 24, hours % 24);
    }

    /** Returns the time left, {@code 12m 05s}, or how long it is overdue, {@code +8m 12s}. */
    public static String left(Instant now, Instant due) {
        return (now.isAfter(due) ? "+" : "") + length(Duration.between(now, due));
    }
}
