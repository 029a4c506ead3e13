package dev.bellrope.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it in a policy: {@code 15m}, {@code 2h}, {@code 1h 30m}, {@code 2d}.
 *
 * <p>A day is a working day of the calendar that it is counted in: the week's open time divided by its open weekdays,
 * so 8 hours in an office calendar and 24 hours round the clock.
 *
 * @param days whole working days, not negative
 * @param rest the hours, minutes and seconds, not negative
 */
public record Span(long days, Duration rest) {
    private static final Pattern FORM =
            Pattern.compile("\\s*(?:(\\d{1,5})d)?\\s*(?:(\\d{1,6})h)?\\s*(?:(\\d{1,7})m)?\\s*(?:(\\d{1,8})s)?\\s*");

    /** No time. */
    public static final Span ZERO = new Span(0, Duration.ZERO);

    /**
     * Parses a span.
     *
     * @throws IllegalArgumentException if the text cannot be parsed, with a message that says what is accepted
     */
    public static Span parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.isBlank() || !matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a length of time; write days, hours, minutes, seconds like 15m, 2h, 1h 30m or 2d");
        }
        return new Span(
                number(matcher.group(1)),
                Duration.ofHours(number(matcher.group(2)))
                        .plusMinutes(number(matcher.group(3)))
                        .plusSeconds(number(matcher.group(4))));
    }

    /** Returns its working time in a calendar. */
    public Duration in(WorkingCalendar calendar) {
        return days == 0 ? rest : workingDay(calendar.week()).multipliedBy(days).plus(rest);
    }

    /** Returns its elapsed time round the clock, with days of 24 hours. */
    public Duration elapsed() {
        return Duration.ofDays(days).plus(rest);
    }

    /** Returns the instant that is this much elapsed time after another. */
    public Instant after(Instant start) {
        return start.plus(elapsed());
    }

    /** Returns whether it is zero. */
    public boolean isZero() {
        return days == 0 && rest.isZero();
    }

    /** Returns the shortest text that {@link #parse} accepts for it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, days, "d");
        append(text, rest.toHours(), "h");
        append(text, rest.toMinutesPart(), "m");
        append(text, rest.toSecondsPart(), "s");
        return text.isEmpty() ? "0m" : text.toString();
    }

    private static Duration workingDay(Week week) {
        long seconds = week.ranges().values().stream()
                .flatMap(List::stream)
                .mapToLong(TimeRange::seconds)
                .sum();
        return Duration.ofSeconds(seconds / Math.max(1, week.ranges().size()));
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
        }
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
