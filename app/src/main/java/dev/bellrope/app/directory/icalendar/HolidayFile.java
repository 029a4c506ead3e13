package dev.bellrope.app.directory.icalendar;

import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Holidays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the days that an iCalendar file (RFC 5545) closes: its events of whole days, once or recurring, without what was
 * cancelled, moved or replaced by a newer version. Recurrences are worked out up to 2099.
 */
public final class HolidayFile {
    private static final int MOST_DATES = 500_000;
    private static final int SHOWN = 5;

    private final ZoneId zone;
    private final String source;
    private final List<String> refusals = new ArrayList<>();

    private HolidayFile(ZoneId zone, String source) {
        this.zone = zone;
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @param zone the calendar's zone, in which instants such as {@code 20261223T230000Z} are midnights
     * @param source the source of the file, shown to people
     * @throws IllegalArgumentException if it is no iCalendar file or has no event, or if an event means no whole days;
     *     names the lines and the reasons
     */
    public static Holidays read(String text, ZoneId zone, String source) {
        List<IcsEvent> events = IcsEvents.read(text);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("this file has no event; accepted is one with events of whole days");
        }
        HolidayFile file = new HolidayFile(zone, source);
        Map<IcsEvent, NavigableMap<LocalDate, LocalDate>> occurrences = file.occurrences(events);
        if (!file.refusals.isEmpty()) {
            int more = file.refusals.size() - SHOWN;
            throw new IllegalArgumentException(String.join(
                            "; ", file.refusals.subList(0, Math.min(SHOWN, file.refusals.size())))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
        return file.holidays(occurrences);
    }

    private Map<IcsEvent, NavigableMap<LocalDate, LocalDate>> occurrences(List<IcsEvent> events) {
        Map<IcsEvent, NavigableMap<LocalDate, LocalDate>> occurrences = new LinkedHashMap<>();
        Map<String, List<NavigableMap<LocalDate, LocalDate>>> masters = new HashMap<>();
        List<IcsEvent> changes = new ArrayList<>();
        for (IcsEvent event : newest(events)) {
            try {
                if (event.find("RECURRENCE-ID").isPresent()) {
                    changes.add(event);
                }
                if (!event.isCancelled()) {
                    NavigableMap<LocalDate, LocalDate> days = new EventDays(event, zone).occurrences();
                    occurrences.put(event, days);
                    if (event.find("RECURRENCE-ID").isEmpty()) {
                        masters.computeIfAbsent(event.text("UID"), uid -> new ArrayList<>())
                                .add(days);
                    }
                }
            } catch (IllegalArgumentException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        for (IcsEvent change : changes) {
            try {
                replaced(change)
                        .ifPresent(date -> masters.getOrDefault(change.text("UID"), List.of())
                                .forEach(master -> master.remove(date)));
            } catch (IllegalArgumentException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        return occurrences;
    }

    /** Returns the date of the occurrence that an event replaces. */
    private Optional<LocalDate> replaced(IcsEvent change) {
        return change.find("RECURRENCE-ID").map(id -> {
            if (id.parameters().containsKey("RANGE")) {
                throw id.refused(
                        "a change of all later occurrences is not accepted; write them as an event of their own");
            }
            return new EventDays(change, zone).date(id, id.value());
        });
    }

    /** Leaves out the events of which the file has a newer version: the same UID with a greater SEQUENCE. */
    private List<IcsEvent> newest(List<IcsEvent> events) {
        Map<String, Integer> newest = new HashMap<>();
        List<IcsEvent> readable = new ArrayList<>();
        for (IcsEvent event : events) {
            try {
                newest.merge(version(event), event.sequence(), Math::max);
                readable.add(event);
            } catch (IllegalArgumentException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        return readable.stream()
                .filter(event ->
                        event.text("UID").isEmpty() || event.sequence() == newest.getOrDefault(version(event), 0))
                .toList();
    }

    private static String version(IcsEvent event) {
        return event.text("UID") + "\n" + event.text("RECURRENCE-ID");
    }

    private Holidays holidays(Map<IcsEvent, NavigableMap<LocalDate, LocalDate>> occurrences) {
        List<Holiday> days = new ArrayList<>();
        int dates = 0;
        for (Map.Entry<IcsEvent, NavigableMap<LocalDate, LocalDate>> event : occurrences.entrySet()) {
            String name = unescaped(event.getKey().text("SUMMARY"));
            NavigableMap<LocalDate, LocalDate> times = event.getValue();
            if (times.size() == 1) {
                times.forEach(
                        (from, until) -> days.add(new Holiday.SingleHoliday(from, until.minusDays(1), name, source)));
            } else if (!times.isEmpty()) {
                Set<LocalDate> closed = closed(times, MOST_DATES - dates);
                dates += closed.size();
                days.add(new Holiday.RecurringHoliday(closed, name, source));
            }
        }
        return Holidays.of(days);
    }

    private static Set<LocalDate> closed(NavigableMap<LocalDate, LocalDate> times, int most) {
        Set<LocalDate> closed = new HashSet<>();
        times.forEach((from, until) -> {
            from.datesUntil(until).forEach(closed::add);
            if (closed.size() > most) {
                throw new IllegalArgumentException("the recurrences of this file close more than " + MOST_DATES
                        + " days up to " + RecurrenceRule.LAST_YEAR);
            }
        });
        return closed;
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\([\\\\;,])", "$1");
    }
}
