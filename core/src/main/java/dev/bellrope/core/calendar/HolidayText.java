package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a holiday as a playbook writes it. */
final class HolidayText {
    private static final Pattern HOLIDAY = Pattern.compile("\\s*(?:(?<yearly>\\*-\\d{2}-\\d{2})"
            + "|(?<from>\\d{4}-\\d{2}-\\d{2})(?:/(?<to>\\d{4}-\\d{2}-\\d{2}))?)(?:\\s+(?<name>.*?))?\\s*");

    private HolidayText() {}

    static Holiday parse(String text, String source) {
        Matcher matcher = HOLIDAY.matcher(text);
        if (!matcher.matches()) {
            throw refused(text, "");
        }
        String name = matcher.group("name") == null ? "" : matcher.group("name");
        try {
            if (matcher.group("yearly") != null) {
                return new Holiday.YearlyHoliday(
                        MonthDay.parse("-" + matcher.group("yearly").substring(1)), 0, name, source);
            }
            LocalDate from = LocalDate.parse(matcher.group("from"));
            LocalDate to = matcher.group("to") == null ? from : LocalDate.parse(matcher.group("to"));
            return new Holiday.SingleHoliday(from, to, name, source);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw refused(text, " (" + wrong.getMessage() + ")");
        }
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is no holiday" + why
                + "; accepted are 2026-12-31, *-12-25 (every year) and 2026-12-24/2026-12-31 (first and last day)");
    }
}
