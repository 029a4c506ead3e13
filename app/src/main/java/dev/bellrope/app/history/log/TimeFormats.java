package dev.bellrope.app.history.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parses the times of a log. A local time that was skipped when the clocks went forward is moved forward by the gap; a
 * time that occurred twice is taken as the first one.
 */
final class TimeFormats {
    static final String ISO = "iso";
    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLIS = "epoch-millis";

    private final List<String> patterns;
    private final ZoneId zone;
    private final List<DateTimeFormatter> formatters = new ArrayList<>();
    private final Map<String, Instant> known = new HashMap<>();

    /** Creates the formats; throws {@link IllegalArgumentException} for an invalid pattern. */
    TimeFormats(List<String> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.zone = zone;
        for (String pattern : patterns) {
            switch (pattern) {
                case ISO -> formatters.add(iso());
                case EPOCH_SECONDS, EPOCH_MILLIS -> {}
                default -> formatters.add(formatter(pattern));
            }
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** Parses a time; throws {@link UnreadableValue} if no format matches. */
    Instant parse(String column, String text) {
        Instant seen = known.get(text);
        if (seen == null) {
            seen = parseAnew(column, text);
            known.put(text, seen);
        }
        return seen;
    }

    private Instant parseAnew(String column, String text) {
        try {
            if (patterns.contains(EPOCH_SECONDS)) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            if (patterns.contains(EPOCH_MILLIS)) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
        } catch (NumberFormatException | DateTimeException e) {
            // one of the other formats may fit
        }
        for (DateTimeFormatter formatter : formatters) {
            try {
                TemporalAccessor read = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return read instanceof OffsetDateTime whole
                        ? whole.toInstant()
                        : ((LocalDateTime) read).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        throw new UnreadableValue(column, text, "not a time of the form " + String.join(" or ", patterns));
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[XXX][XX]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Creates a formatter. Patterns use y for the year, which in strict mode would require an era, so it is replaced by
     * u.
     */
    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern.replace('y', 'u'));
        if (!pattern.contains("H") && !pattern.contains("h")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        if (!pattern.contains("m")) {
            builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
