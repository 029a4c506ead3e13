package dev.bellrope.core.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses the part of RFC 5545 that holiday feeds use: all-day events, once or yearly. */
final class IcsHolidays {
    private record ContentLine(int number, String property, String parameters, String value) {}

    private final String text;
    private final String source;

    IcsHolidays(String text, String source) {
        this.text = text;
        this.source = source;
    }

    List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        @Nullable IcsEvent event = null;
        int nested = 0; // inside an alarm or another component within an event
        for (ContentLine line : unfolded()) {
            boolean isEvent = line.value().equalsIgnoreCase("VEVENT");
            if (line.property().equals("BEGIN")) {
                if (event == null && isEvent) {
                    event = new IcsEvent(line);
                } else if (event != null) {
                    nested++;
                }
            } else if (line.property().equals("END") && event != null) {
                if (nested > 0) {
                    nested--;
                } else {
                    holidays.addAll(event.holidays());
                    event = null;
                }
            } else if (event != null && nested == 0) {
                event.take(line);
            }
        }
        if (event != null) {
            throw refused(event.begin, "this event has no END:VEVENT");
        }
        return holidays;
    }

    /**
     * Joins continuation lines (RFC 5545 section 3.1): a line that begins with a space or a tab continues the one
     * before.
     */
    private List<ContentLine> unfolded() {
        List<ContentLine> lines = new ArrayList<>();
        String[] raw = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < raw.length; i++) {
            StringBuilder whole = new StringBuilder(raw[i]);
            int number = i + 1;
            while (i + 1 < raw.length && (raw[i + 1].startsWith(" ") || raw[i + 1].startsWith("\t"))) {
                whole.append(raw[++i], 1, raw[i].length());
            }
            if (!whole.toString().isBlank()) {
                lines.add(line(number, whole.toString()));
            }
        }
        return lines;
    }

    private static ContentLine line(int number, String whole) {
        int colon = endOfName(whole);
        if (colon < 0) {
            throw new IllegalArgumentException("line " + number + ": \"" + whole + "\" has no \":\" after its name");
        }
        String name = whole.substring(0, colon).toUpperCase(Locale.ROOT);
        int semicolon = name.indexOf(';');
        return new ContentLine(
                number,
                semicolon < 0 ? name : name.substring(0, semicolon),
                semicolon < 0 ? "" : name.substring(semicolon + 1),
                whole.substring(colon + 1).strip());
    }

    /** Returns the position of the first colon outside quotes, because quoted parameter values may contain colons. */
    private static int endOfName(String whole) {
        boolean quoted = false;
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) == '"') {
                quoted = !quoted;
            } else if (whole.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static IllegalArgumentException refused(ContentLine line, String why) {
        return new IllegalArgumentException("line " + line.number() + ": \"" + line.property()
                + (line.parameters().isEmpty() ? "" : ";" + line.parameters()) + ":" + line.value() + "\": " + why);
    }

    private final class IcsEvent {
        private final ContentLine begin;
        private @Nullable LocalDate from;
        private @Nullable LocalDate until;
        private String name = "";
        private boolean yearly;

        IcsEvent(ContentLine begin) {
            this.begin = begin;
        }

        void take(ContentLine line) {
            switch (line.property()) {
                case "DTSTART" -> from = date(line);
                case "DTEND" -> until = date(line);
                case "SUMMARY" -> name = unescaped(line.value());
                case "RRULE" -> {
                    if (!line.value().replaceAll(";$", "").equalsIgnoreCase("FREQ=YEARLY")) {
                        throw refused(line, "the only recurrence accepted is RRULE:FREQ=YEARLY");
                    }
                    yearly = true;
                }
                case "RDATE", "EXDATE", "EXRULE", "DURATION", "RECURRENCE-ID" ->
                    throw refused(line, "accepted are all-day events, once or with RRULE:FREQ=YEARLY");
                default -> {} // properties that do not affect the days: UID, DTSTAMP, TRANSP, CLASS, X-...
            }
        }

        List<Holiday> holidays() {
            if (from == null) {
                throw refused(begin, "this event has no DTSTART");
            }
            LocalDate first = from;
            LocalDate end = until == null || until.equals(first) ? first.plusDays(1) : until;
            if (end.isBefore(first)) {
                throw refused(begin, "this event ends before it starts");
            }
            if (!yearly) {
                return List.of(new Holiday.SingleHoliday(first, end.minusDays(1), name, source));
            }
            return first.datesUntil(end)
                    .<Holiday>map(date -> new Holiday.YearlyHoliday(MonthDay.from(date), date.getYear(), name, source))
                    .toList();
        }

        private static LocalDate date(ContentLine line) {
            try {
                return LocalDate.parse(line.value(), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException refused) {
                throw refused(line, "only all-day events are holidays: a date such as 20261224 is accepted");
            }
        }

        private static String unescaped(String value) {
            return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\([\\\\;,])", "$1");
        }
    }
}
