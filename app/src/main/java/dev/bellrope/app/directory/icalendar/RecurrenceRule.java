package dev.bellrope.app.directory.icalendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/** Works out the days of a recurrence rule with ical4j, up to the year {@value #LAST_YEAR}. */
final class RecurrenceRule {
    static final int LAST_YEAR = 2099;

    private static final int MOST_DATES = 50_000;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    /** What says nothing about whole days (RFC 5545, section 3.3.10). */
    private static final Set<String> TIMES_OF_DAY = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");

    private final IcsProperty property;
    private final EventDays event;
    private final IcsProperty start;

    /** @param start the event's {@code DTSTART} */
    RecurrenceRule(IcsProperty property, EventDays event, IcsProperty start) {
        this.property = property;
        this.event = event;
        this.start = start;
    }

    /** Returns the dates on which the rule falls, from the event's first one on; none if the rule is empty. */
    List<LocalDate> dates(LocalDate first) {
        Map<String, String> parts = parts();
        if (parts.isEmpty()) {
            return List.of();
        }
        String frequency = parts.getOrDefault("FREQ", "");
        if (!FREQUENCIES.contains(frequency)) {
            throw property.refused("whole days recur with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        if (!parts.getOrDefault("RSCALE", "GREGORIAN").equals("GREGORIAN")) {
            throw property.refused("accepted are rules of the Gregorian calendar");
        }
        parts.remove("RSCALE");
        String until = parts.get("UNTIL");
        if (until != null) {
            parts.put("UNTIL", until(until));
        }
        String text = parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        try {
            List<LocalDate> dates =
                    new Recur<LocalDate>(text).getDates(first, first, LocalDate.of(LAST_YEAR, 12, 31), MOST_DATES + 1);
            if (dates.size() > MOST_DATES) {
                throw property.refused("recurs more than " + MOST_DATES + " times up to " + LAST_YEAR);
            }
            return dates;
        } catch (DateTimeException | ClassCastException unreadable) {
            throw property.refused("this rule cannot be read");
        } catch (IllegalArgumentException unreadable) {
            String reason = Objects.requireNonNullElse(unreadable.getMessage(), "");
            throw reason.startsWith("line ") ? unreadable : property.refused("this rule cannot be read: " + reason);
        }
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : property.value().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (name.isEmpty() || name.startsWith("X-") || TIMES_OF_DAY.contains(name)) {
                continue;
            }
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (value.isEmpty()) {
                throw property.refused("the part " + name + " has no value");
            }
            parts.put(name, value);
        }
        return parts;
    }

    /** Returns the last date. An instant is that of the calendar's zone, unless the event has dates as it should. */
    private String until(String value) {
        String written =
                EventDays.isDate(start.value()) && value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        return event.date(property, written).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
