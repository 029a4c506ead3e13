package dev.bellrope.app.directory.entry;

import dev.bellrope.core.calendar.Week;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a week of working hours from one line: {@code mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00}, or
 * {@code 24x7}.
 */
public final class Hours {
    static final String ACCEPTED =
            "24x7, or days and their hours such as mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00";

    private Hours() {}

    /**
     * Reads a week.
     *
     * @throws IllegalArgumentException if it cannot be read; says what is accepted
     */
    public static Week parse(String text) {
        if (text.strip().equalsIgnoreCase("24x7")) {
            return Week.ALWAYS;
        }
        Map<String, List<String>> hours = new LinkedHashMap<>();
        String days = "";
        List<String> ranges = new ArrayList<>();
        for (String word : text.strip().split("[\\s,;]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (Character.isDigit(word.charAt(0))) {
                ranges.add(word);
                continue;
            }
            if (!ranges.isEmpty()) {
                put(hours, days, ranges);
                days = "";
                ranges = new ArrayList<>();
            }
            days = days.isEmpty() ? word : days + "," + word;
        }
        put(hours, days, ranges);
        return Week.parse(hours);
    }

    private static void put(Map<String, List<String>> hours, String days, List<String> ranges) {
        if (days.isEmpty() || ranges.isEmpty()) {
            throw new IllegalArgumentException("each line of hours has days and then ranges; accepted are " + ACCEPTED);
        }
        if (hours.put(days, ranges) != null) {
            throw new IllegalArgumentException("the hours of " + days + " are given twice");
        }
    }
}
