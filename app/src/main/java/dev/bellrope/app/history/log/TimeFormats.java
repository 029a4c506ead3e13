package dev.bellrope.app.history.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the times of a log, from 1970 up to 2200. A zone or an offset in the text counts before the log's own zone. A
 * local time that was skipped when the clocks went forward is moved forward by the gap; a time that occurred twice is
 * taken as the first one.
 */
final class TimeFormats {
    static final String ISO = "iso";
    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLIS = "epoch-millis";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    /** As milliseconds these are days of 1970 to 1973; as seconds they reach to the year 5138. */
    private static final long FEWEST_MILLIS = 100_000_000_000L;

    /** A quoted text, letters for a zone's name, or anything else of a pattern. */
    private static final Pattern PART = Pattern.compile("'[^']*'|z+|[^'z]+");

    private final List<String> patterns;
    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> formatters = new HashMap<>();
    private final Map<String, Instant> known = new HashMap<>();

    /** Creates the formats; throws {@link IllegalArgumentException} for an invalid pattern. */
    TimeFormats(List<String> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.zone = zone;
        for (String pattern : patterns) {
            switch (pattern) {
                case ISO -> formatters.put(pattern, iso());
                case EPOCH_SECONDS, EPOCH_MILLIS -> {}
                default -> formatters.put(pattern, formatter(pattern, zone));
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
        String reason = "not a time of the form " + String.join(" or ", patterns);
        for (String pattern : patterns) {
            try {
                Instant at = parseAs(pattern, text);
                if (pattern.equals(EPOCH_MILLIS) && at.toEpochMilli() < FEWEST_MILLIS) {
                    reason =
                            "these are too few milliseconds since 1970 (are these seconds? then " + EPOCH_SECONDS + ")";
                } else if (at.isBefore(EARLIEST) || !at.isBefore(END)) {
                    reason = beyond(pattern);
                } else {
                    return at;
                }
            } catch (NumberFormatException e) {
                // the next format may fit
            } catch (DateTimeException e) {
                if (pattern.equals(EPOCH_SECONDS)) { // a number beyond what an instant can hold
                    reason = beyond(pattern);
                } // otherwise the next format may fit
            }
        }
        throw new UnreadableValue(column, text, reason);
    }

    private static String beyond(String pattern) {
        return "lies beyond the years 1970 to 2199"
                + switch (pattern) {
                    case EPOCH_SECONDS -> " (are these milliseconds? then " + EPOCH_MILLIS + ")";
                    case EPOCH_MILLIS ->
                        " (are these microseconds? accepted are " + EPOCH_SECONDS + " and " + EPOCH_MILLIS + ")";
                    default -> "";
                };
    }

    private Instant parseAs(String pattern, String text) {
        return switch (pattern) {
            case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            default -> {
                DateTimeFormatter formatter = Objects.requireNonNull(formatters.get(pattern));
                TemporalAccessor read = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
                yield read instanceof ZonedDateTime whole
                        ? whole.toInstant()
                        : ((LocalDateTime) read).atZone(zone).toInstant();
            }
        };
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
     * u. A name that several zones share, such as IST, is taken as the log's own zone if that bears it.
     */
    private static DateTimeFormatter formatter(String pattern, ZoneId zone) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher part = PART.matcher(pattern);
        int end = 0;
        while (part.lookingAt()) {
            String text = part.group();
            if (text.startsWith("z")) {
                builder.appendZoneText(text.length() < 4 ? TextStyle.SHORT : TextStyle.FULL, Set.of(zone));
            } else {
                builder.appendPattern(text.startsWith("'") ? text : text.replace('y', 'u'));
            }
            end = part.end();
            part.region(end, pattern.length());
        }
        builder.appendPattern(pattern.substring(end)); // what is left is an unclosed quote, and refused
        if (!pattern.contains("H") && !pattern.contains("h")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        if (!pattern.contains("m")) {
            builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
