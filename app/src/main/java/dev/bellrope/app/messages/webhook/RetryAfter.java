package dev.bellrope.app.messages.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses the header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** The longest pause that a receiver may ask for. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Returns the pause from now; empty if the header says nothing useful. */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        Duration asked;
        try {
            asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
        return asked.isNegative() ? Optional.empty() : Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }
}
