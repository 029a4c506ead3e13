package dev.bellrope.app.directory.icalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out the whole days of one event: from {@code DTSTART}, {@code DTEND} or {@code DURATION}, and its recurrence. A
 * time of day is accepted where it is midnight: on the event's own clock whatever its zone, or for an instant (with
 * {@code Z}) in the calendar's zone.
 */
final class EventDays {
    private static final String WHOLE_DAYS =
            "only events of whole days are holidays; accepted are dates such as 20261224, or times from midnight to midnight";

    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");
    private static final long[] SECONDS = {7 * 86_400, 86_400, 3_600, 60, 1};

    private static final int LONGEST = 3_660;

    private final IcsEvent event;
    private final ZoneId zone;

    EventDays(IcsEvent event, ZoneId zone) {
        this.event = event;
        this.zone = zone;
    }

    /**
     * Returns the first days of all its occurrences, with the first day after each.
     *
     * @throws IllegalArgumentException if it is no event of whole days
     */
    NavigableMap<LocalDate, LocalDate> occurrences() {
        IcsProperty start = event.find("DTSTART").orElseThrow(() -> event.refused("this event has no DTSTART"));
        LocalDate first = day(start, start.value());
        long days = length(start, first);
        NavigableMap<LocalDate, LocalDate> occurrences = new TreeMap<>();
        occurrences.put(first, first.plusDays(days));
        if (event.find("RECURRENCE-ID").isPresent()) {
            return occurrences; // it stands for one occurrence of another event, whatever rule it repeats
        }
        for (IcsProperty rule : event.all("RRULE")) {
            new RecurrenceRule(rule, this, start)
                    .dates(first)
                    .forEach(date -> occurrences.put(date, date.plusDays(days)));
        }
        for (IcsProperty more : event.all("RDATE")) {
            for (String value : more.values()) {
                addPeriod(more, value, days, occurrences);
            }
        }
        for (IcsProperty rule : event.all("EXRULE")) {
            new RecurrenceRule(rule, this, start).dates(first).forEach(occurrences::remove);
        }
        for (IcsProperty except : event.all("EXDATE")) {
            for (String value : except.values()) {
                if (!value.isEmpty()) {
                    occurrences.remove(date(except, value));
                }
            }
        }
        return occurrences;
    }

    /** Adds a date, or a period of whole days: {@code 20261224T000000/P2D}. */
    private void addPeriod(
            IcsProperty property, String value, long days, NavigableMap<LocalDate, LocalDate> occurrences) {
        if (value.isEmpty()) {
            return;
        }
        int slash = value.indexOf('/');
        LocalDate first = day(property, slash < 0 ? value : value.substring(0, slash));
        if (slash < 0) {
            occurrences.put(first, first.plusDays(days));
            return;
        }
        String end = value.substring(slash + 1);
        LocalDate until = end.contains("P") ? first.plusDays(wholeDays(property, end)) : day(property, end);
        if (!until.isAfter(first)) {
            throw property.refused("this period ends before it begins");
        }
        occurrences.put(first, until);
    }

    /** Returns the number of days of each occurrence. */
    private long length(IcsProperty start, LocalDate first) {
        @Nullable IcsProperty end = event.find("DTEND").orElse(null);
        @Nullable IcsProperty duration = event.find("DURATION").orElse(null);
        if (end == null && duration == null) {
            if (isDate(start.value())) {
                return 1;
            }
            throw start.refused(WHOLE_DAYS);
        }
        long days = end == null
                ? wholeDays(duration == null ? start : duration, event.text("DURATION"))
                : first.until(day(end, end.value()), ChronoUnit.DAYS);
        if (days < 0) {
            throw event.refused("this event ends before it starts");
        }
        if (days > LONGEST) {
            throw event.refused("this event is longer than ten years");
        }
        if (days == 0 && !isDate(start.value())) {
            throw start.refused(WHOLE_DAYS);
        }
        return Math.max(days, 1); // several programs write an event of one day so
    }

    private static long wholeDays(IcsProperty property, String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw property.refused("accepted are durations such as P1D, P2W and PT24H");
        }
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String group = duration.group(i + 1);
            seconds += group == null ? 0 : Long.parseLong(group) * SECONDS[i];
        }
        if (seconds % SECONDS[1] != 0) {
            throw property.refused(WHOLE_DAYS);
        }
        return seconds / SECONDS[1];
    }

    static boolean isDate(String value) {
        return value.indexOf('T') < 0;
    }

    /** Returns the day that a date, or a midnight, begins. */
    private LocalDate day(IcsProperty property, String value) {
        LocalDateTime time = time(property, value);
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw property.refused(WHOLE_DAYS);
        }
        return time.toLocalDate();
    }

    /** Returns the date of a date or a time of day. */
    LocalDate date(IcsProperty property, String value) {
        return time(property, value).toLocalDate();
    }

    private LocalDateTime time(IcsProperty property, String value) {
        try {
            if (isDate(value)) {
                return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay();
            }
            boolean instant = value.endsWith("Z");
            int t = value.indexOf('T');
            LocalDateTime time = LocalDateTime.of(
                    LocalDate.parse(value.substring(0, t), DateTimeFormatter.BASIC_ISO_DATE),
                    LocalTime.parse(
                            value.substring(t + 1, value.length() - (instant ? 1 : 0)),
                            DateTimeFormatter.ofPattern("HHmmss")));
            return instant
                    ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
                    : time;
        } catch (DateTimeException | StringIndexOutOfBoundsException none) {
            throw property.refused("accepted are dates such as 20261224, and times such as 20261224T000000");
        }
    }
}
