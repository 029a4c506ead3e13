package dev.bellrope.core.calendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The opening hours of an ordinary week, on the wall clock. Days without hours are closed.
 *
 * <p>Adjacent ranges are merged; overlapping ranges on the same day are refused. An overnight range may run into the
 * hours of the next day, and the overlap counts once.
 *
 * @param ranges the ranges of each open day, in order of opening; closed days are absent
 */
public record Week(Map<DayOfWeek, List<TimeRange>> ranges) {
    /** 24x7: never closed. */
    public static final Week ALWAYS = parse("24x7");

    private static final String KEYS =
            "accepted are mon, tue, wed, thu, fri, sat, sun, spans such as mon-fri or sat-sun,"
                    + " lists such as mon,wed, and daily";

    /** @throws IllegalArgumentException if ranges of one day overlap */
    public Week {
        Map<DayOfWeek, List<TimeRange>> kept = new EnumMap<>(DayOfWeek.class);
        ranges.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                kept.put(day, merged(word(day), hours));
            }
        });
        ranges = Collections.unmodifiableMap(kept);
    }

    /**
     * Parses opening hours from days and ranges, for example {@code mon-fri -> [08:00-12:00, 13:00-17:00]}.
     *
     * @param hours the keys are days, spans of days ({@code mon-fri}; {@code fri-mon} wraps), lists ({@code mon,wed})
     *     or {@code daily}; the values are as for {@link TimeRange#parse}, and an empty list means closed
     * @throws IllegalArgumentException if a key or range cannot be parsed, or a day is given twice, with a message that
     *     says what is accepted
     */
    public static Week parse(Map<String, List<String>> hours) {
        Map<DayOfWeek, List<TimeRange>> ranges = new EnumMap<>(DayOfWeek.class);
        hours.forEach((key, texts) -> {
            List<TimeRange> parsed = texts.stream().map(TimeRange::parse).toList();
            for (DayOfWeek day : days(key)) {
                if (ranges.put(day, parsed) != null) {
                    throw new IllegalArgumentException(
                            "the hours of " + word(day) + " are given twice, the second time by \"" + key + "\"");
                }
            }
        });
        return new Week(ranges);
    }

    /**
     * Parses {@code 24x7}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Week parse(String text) {
        if (!text.strip().equalsIgnoreCase("24x7")) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no week; accepted are 24x7, or days with their hours such as mon-fri: [08:00-12:00, 13:00-17:00]");
        }
        return parse(Map.of("daily", List.of("00:00-24:00")));
    }

    /** Returns the ranges of a day, in order of opening; empty if closed. */
    public List<TimeRange> on(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    /**
     * Returns a text such as {@code mon 08:00-12:00 13:00-17:00, tue 08:00-12:00}, or {@code 24x7}, or {@code never}.
     */
    @Override
    public String toString() {
        if (ranges.isEmpty()) {
            return "never";
        }
        return equals(ALWAYS)
                ? "24x7"
                : ranges.entrySet().stream()
                        .map(entry -> word(entry.getKey()) + " "
                                + entry.getValue().stream()
                                        .map(TimeRange::toString)
                                        .collect(joining(" ")))
                        .collect(joining(", "));
    }

    /** Returns the ranges of a day in order of opening, adjacent ones as one; refuses ranges that overlap. */
    static List<TimeRange> merged(String day, List<TimeRange> hours) {
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange next :
                hours.stream().sorted(Comparator.comparingInt(TimeRange::from)).toList()) {
            TimeRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.from() < last.end()) {
                throw new IllegalArgumentException("the hours " + last + " and " + next + " of " + day + " overlap");
            }
            if (last != null && next.from() == last.end() && next.end() - last.from() <= TimeRange.DAY) {
                merged.set(merged.size() - 1, new TimeRange(last.from(), next.to()));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    private static List<DayOfWeek> days(String key) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : key.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)) {
            if (part.equals("daily")) {
                days.addAll(List.of(DayOfWeek.values()));
                continue;
            }
            String[] ends = part.split("\\s*-\\s*", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("\"" + key + "\" names no day; " + KEYS);
            }
            DayOfWeek last = day(key, ends[ends.length - 1]);
            for (DayOfWeek day = day(key, ends[0]); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String key, String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> text.equals(word(day)) || text.equalsIgnoreCase(day.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" names no day; " + KEYS));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
