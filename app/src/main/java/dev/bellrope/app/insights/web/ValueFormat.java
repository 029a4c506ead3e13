package dev.bellrope.app.insights.web;

import dev.bellrope.app.insights.Figure.FigureUnit;
import dev.bellrope.app.insights.Period;
import dev.bellrope.app.web.Texts;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Formats values for people, in their language. */
public final class ValueFormat {
    private static final String NONE = "\u2013";
    private static final int SMALL = 10;

    private ValueFormat() {}

    /**
     * Formats a value.
     *
     * @param working whether a time is working time, which is not converted to days
     */
    public static String value(FigureUnit unit, Optional<Double> value, boolean working) {
        return value.map(there -> switch (unit) {
                    case COUNT, WEIGHT -> number(there, 0);
                    case TIME -> length(there.longValue(), working);
                    case SHARE -> number(100 * there, 0) + " %";
                    case RATE -> number(there, there < SMALL ? 1 : 0);
                })
                .orElse(NONE);
    }

    /** Formats a number with a fixed number of decimals. */
    public static String number(double value, int digits) {
        NumberFormat format = NumberFormat.getInstance(Texts.language());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /**
     * Formats a duration in its two largest units: {@code 45s}, {@code 12m}, {@code 3h 10m}, {@code 2d 4h}; working
     * time is not converted to days.
     */
    public static String length(long millis, boolean working) {
        Duration length = Duration.ofMillis(millis);
        if (length.toMinutes() < 1) {
            return length.toSeconds() + "s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + "m";
        }
        if (working || length.toDays() < 1) {
            return length.toHours() + "h" + (length.toMinutesPart() == 0 ? "" : " " + length.toMinutesPart() + "m");
        }
        return length.toDays() + "d" + (length.toHoursPart() == 0 ? "" : " " + length.toHoursPart() + "h");
    }

    /** Formats the first day of a step: {@code 2 Mar}, or {@code Mar 26} if the period is by month. */
    public static String step(Period whole, LocalDate first) {
        return format(whole.isByWeek() ? "d MMM" : "MMM yy", first);
    }

    /** Formats a range of days. */
    public static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + " \u2013 " + day(last);
    }

    /** Formats a day such as {@code 2 March 2026}. */
    public static String day(LocalDate day) {
        return format("d MMMM yyyy", day);
    }

    private static String format(String pattern, LocalDate day) {
        Locale language = Texts.language();
        String written = language.equals(Locale.GERMAN) ? pattern.replace("d M", "d. M") : pattern;
        return DateTimeFormatter.ofPattern(written, language).format(day);
    }
}
