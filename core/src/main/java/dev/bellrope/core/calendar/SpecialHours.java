package dev.bellrope.core.calendar;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Other hours on single dates: a half day, a Saturday worked, a longer break. They replace both the hours of the week and
 * a holiday on that date. Hours that started the evening before are not affected.
 *
 * @param once by date
 * @param yearly by month and day, for the years whose date is not in {@code once}
 */
public record SpecialHours(Map<LocalDate, List<TimeRange>> once, Map<MonthDay, List<TimeRange>> yearly) {
    /** No other hours. */
    public static final SpecialHours NONE = new SpecialHours(Map.of(), Map.of());

    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:(?<yearly>\\*-\\d{2}-\\d{2})|(?<once>\\d{4}-\\d{2}-\\d{2}))\\s+(?<ranges>\\S.*?)\\s*");

    /** @throws IllegalArgumentException if a date has no hours, or hours that overlap */
    public SpecialHours {
        Map<LocalDate, List<TimeRange>> dates = new LinkedHashMap<>();
        once.forEach((date, ranges) -> dates.put(date, hours(date.toString(), ranges)));
        once = Map.copyOf(dates);
        Map<MonthDay, List<TimeRange>> days = new LinkedHashMap<>();
        yearly.forEach((day, ranges) -> days.put(day, hours("*" + day.toString().substring(1), ranges)));
        yearly = Map.copyOf(days);
    }

    /**
     * Parses texts such as {@code 2026-12-24 08:00-12:00}, {@code *-12-31 08:00-11:00 12:00-14:00} (every year).
     *
     * @throws IllegalArgumentException for the first text that cannot be parsed, and for a date that is given twice
     */
    public static SpecialHours parse(List<String> texts) {
        Map<LocalDate, List<TimeRange>> once = new LinkedHashMap<>();
        Map<MonthDay, List<TimeRange>> yearly = new LinkedHashMap<>();
        for (String text : texts) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw refused(text, "");
            }
            List<TimeRange> ranges = new ArrayList<>();
            for (String range : matcher.group("ranges").split("[\\s,]+", -1)) {
                ranges.add(TimeRange.parse(range));
            }
            try {
                boolean twice = matcher.group("once") == null
                        ? yearly.put(
                                        MonthDay.parse(
                                                "-" + matcher.group("yearly").substring(1)),
                                        ranges)
                                != null
                        : once.put(LocalDate.parse(matcher.group("once")), ranges) != null;
                if (twice) {
                    throw new IllegalArgumentException("the hours of \"" + text + "\" are given twice for that date");
                }
            } catch (DateTimeException none) {
                throw refused(text, " (" + none.getMessage() + ")");
            }
        }
        return new SpecialHours(once, yearly);
    }

    /** Finds the hours of a date, in order of opening; empty if it has the ordinary ones. */
    public Optional<List<TimeRange>> find(LocalDate date) {
        List<TimeRange> ranges = once.get(date);
        return Optional.ofNullable(ranges == null ? yearly.get(MonthDay.from(date)) : ranges);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return once.isEmpty() && yearly.isEmpty();
    }

    private static String text(List<TimeRange> ranges) {
        return ranges.stream().map(TimeRange::toString).collect(joining(" "));
    }

    private static List<TimeRange> hours(String date, List<TimeRange> ranges) {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException(date + " has no hours; a day that is closed is a holiday");
        }
        return Week.merged(date, ranges);
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is no date with its hours" + why
                + "; accepted are 2026-12-24 08:00-12:00, *-12-31 08:00-11:00 12:00-14:00 (every year)");
    }

    /** Returns the texts that {@link #parse} accepts for them, in the order of their dates, yearly ones last. */
    @Override
    public String toString() {
        Stream<String> dates = once.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + " " + text(day.getValue()));
        Stream<String> days = yearly.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> "*" + day.getKey().toString().substring(1) + " " + text(day.getValue()));
        return Stream.concat(dates, days).collect(joining(", "));
    }
}
