package dev.bellrope.core.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours on the wall clock, half-open, in seconds of the day.
 *
 * <p>If {@code to <= from}, the range runs past midnight and belongs to the day it starts on; if they are equal, it
 * lasts 24 hours. An end at midnight is always stored as 86400 ({@code 24:00}), however it was written.
 *
 * @param from the second of the day at which it opens, 0..86399
 * @param to the second of the day at which it closes, 1..86400
 */
public record TimeRange(int from, int to) {
    static final int DAY = 86_400;

    private static final Pattern TEXT = Pattern.compile("\\s*(\\S+?)\\s*[-\u2013]\\s*(\\S+?)\\s*");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /** @throws IllegalArgumentException if an end lies outside the day */
    public TimeRange {
        if (to == 0) {
            to = DAY;
        }
        if (from < 0 || from >= DAY || to < 0 || to > DAY) {
            throw new IllegalArgumentException(
                    "a range opens between 00:00 and 23:59:59 and closes between 00:00 and 24:00, but got the seconds "
                            + from + " and " + to);
        }
    }

    /**
     * Parses {@code 08:00-12:00}, {@code 22:00-06:00} (overnight), {@code 00:00-24:00} or {@code 08:00:30-12:00}.
     *
     * @throws IllegalArgumentException if the text cannot be parsed, with a message that says what is accepted
     */
    public static TimeRange parse(String text) {
        Matcher range = TEXT.matcher(text);
        if (!range.matches()) {
            throw refused(text);
        }
        int from = secondOfDay(text, range.group(1));
        if (from == DAY) {
            throw refused(text);
        }
        return new TimeRange(from, secondOfDay(text, range.group(2)));
    }

    /** Returns whether it runs past midnight into the following day. */
    public boolean overnight() {
        return to <= from;
    }

    /** Returns its length on an ordinary day, in seconds, 1..86400. */
    public int seconds() {
        return end() - from;
    }

    /** Returns when it closes, in seconds from the start of the day it belongs to; above 86400 if overnight. */
    int end() {
        return overnight() ? to + DAY : to;
    }

    /** Returns the text that {@link #parse} accepts for it. */
    @Override
    public String toString() {
        return time(from) + "-" + time(to);
    }

    private static int secondOfDay(String text, String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw refused(text);
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = Integer.parseInt(matcher.group(2));
        int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int seconds = hour * 3600 + minute * 60 + second;
        if (minute > 59 || second > 59 || seconds > DAY) {
            throw refused(text);
        }
        return seconds;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no range of opening hours; accepted are 08:00-12:00,"
                        + " 22:00-06:00 (past midnight), 00:00-24:00 (the whole day), with seconds where needed (08:00:30-12:00)");
    }

    private static String time(int second) {
        String text = "%02d:%02d".formatted(second / 3600, second / 60 % 60);
        return second % 60 == 0 ? text : text + ":%02d".formatted(second % 60);
    }
}
