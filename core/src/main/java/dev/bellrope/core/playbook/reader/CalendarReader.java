package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.SpecialHours;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads calendars: hours, zone, holidays, special hours. */
final class CalendarReader {
    /**
     * The names that a target can use besides the declared calendars: the working hours of its owner, or of the
     * account.
     */
    static final List<String> RELATIVE = List.of("owner", "account");

    private final HolidayLookup lookup;

    CalendarReader(HolidayLookup lookup) {
        this.lookup = lookup;
    }

    Map<String, WorkingCalendar> calendars(PlaybookSection section) {
        Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
        calendars.put("always", WorkingCalendar.always());
        section.entries().forEach((name, item) -> {
            if (RELATIVE.contains(name)) {
                item.keyProblem("a calendar cannot be called '" + name + "': that means the hours of the " + name, "");
            }
            WorkingCalendar read = calendar(name, item);
            if (name.equals("always") && !read.equals(WorkingCalendar.always())) {
                item.keyProblem("'always' means round the clock and nothing else", "another name for this calendar");
            }
            calendars.put(name, read);
        });
        return calendars;
    }

    private WorkingCalendar calendar(String name, YamlValue item) {
        PlaybookSection section = item.section(PlaybookKeys.CALENDAR);
        int before = item.problems().sorted().size();
        YamlValue hours = section.get("hours");
        Week week = week(hours);
        Holidays holidays = section.find("holidays").map(this::holidays).orElse(Holidays.NONE);
        SpecialHours special =
                section.find("special-hours").map(CalendarReader::specialHours).orElse(SpecialHours.NONE);
        ZoneId zone = ZoneId.of("UTC");
        if (section.has("zone")) {
            zone = section.get("zone").parsed(CalendarReader::zone, zone);
        } else if (!week.equals(Week.ALWAYS) || !holidays.isEmpty() || !special.isEmpty()) {
            item.keyProblem("'zone' is missing: hours are by somebody's clock", "an IANA zone such as Europe/Prague");
        }
        if (item.problems().sorted().size() > before) {
            return WorkingCalendar.always();
        }
        if (week.equals(Week.ALWAYS) && holidays.isEmpty() && special.isEmpty() && name.equals("always")) {
            return WorkingCalendar.always();
        }
        try {
            return WorkingCalendar.of(name, zone, week, holidays, special);
        } catch (IllegalArgumentException refused) {
            item.ofKey().refusal(refused);
            return WorkingCalendar.always();
        }
    }

    private static Week week(YamlValue hours) {
        if (hours.node() == null) {
            return Week.ALWAYS;
        }
        if (!hours.isMap()) {
            return hours.parsed(Week::parse, Week.ALWAYS);
        }
        Map<String, List<String>> days = new LinkedHashMap<>();
        boolean readable = true;
        for (Map.Entry<String, YamlValue> entry : hours.named().entries().entrySet()) {
            List<String> ranges = entry.getValue().texts();
            days.put(entry.getKey(), ranges);
            try {
                Week.parse(Map.of(entry.getKey(), ranges));
            } catch (IllegalArgumentException refused) {
                boolean aboutKey = String.valueOf(refused.getMessage()).contains("names no day");
                (aboutKey ? entry.getValue().ofKey() : entry.getValue()).refusal(refused);
                readable = false;
            }
        }
        if (!readable) {
            return Week.ALWAYS;
        }
        try {
            return Week.parse(days);
        } catch (IllegalArgumentException refused) {
            hours.refusal(refused);
            return Week.ALWAYS;
        }
    }

    private Holidays holidays(YamlValue item) {
        if (!item.isMap()) {
            return Holidays.of(days(item));
        }
        PlaybookSection section = item.section(PlaybookKeys.HOLIDAYS);
        Holidays holidays = Holidays.NONE;
        if (section.has("country")) {
            YamlValue country = section.get("country");
            String code = country.text();
            Optional<Holidays> found =
                    code.isEmpty() ? Optional.empty() : lookup.find(code, section.text("region", ""));
            if (found.isEmpty() && !code.isEmpty()) {
                boolean known = lookup.countries().contains(code) && section.has("region");
                (known ? section.get("region") : country)
                        .problem(
                                known
                                        ? "the region '" + section.text("region", "") + "' of " + code + " is unknown"
                                        : "the holidays of '" + code + "' are unknown",
                                known ? "" : Nearest.hint(code, lookup.countries()));
            }
            holidays = found.orElse(Holidays.NONE);
        }
        if (section.has("region") && !section.has("country")) {
            section.get("region").keyProblem("a 'region' is part of a country", "country: an ISO 3166 code such as DE");
        }
        if (section.has("add")) {
            holidays = holidays.union(Holidays.of(days(section.get("add"))));
        }
        if (section.has("without")) {
            for (YamlValue day : section.get("without").items()) {
                LocalDate date = day.date();
                holidays = holidays.without(date);
            }
        }
        return holidays;
    }

    private static SpecialHours specialHours(YamlValue list) {
        List<String> readable = new ArrayList<>();
        for (YamlValue day : list.items()) {
            if (day.parsed(text -> !SpecialHours.parse(List.of(text)).isEmpty(), false)) {
                readable.add(day.text());
            }
        }
        try {
            return SpecialHours.parse(readable);
        } catch (IllegalArgumentException refused) { // a date that is there twice
            list.refusal(refused);
            return SpecialHours.NONE;
        }
    }

    private static List<Holiday> days(YamlValue list) {
        List<Holiday> days = new ArrayList<>();
        for (YamlValue day : list.items()) {
            Holiday read = day.parsed(
                    text -> Holiday.parse(text, "playbook"),
                    new Holiday.SingleHoliday(LocalDate.EPOCH, LocalDate.EPOCH, "", ""));
            days.add(read);
        }
        return days;
    }

    private static ZoneId zone(String text) {
        try {
            ZoneId zone = ZoneId.of(text);
            if (zone.getRules().isFixedOffset() && !text.equals("UTC")) {
                throw new IllegalArgumentException("'" + text
                        + "' is an offset, which knows no summer time; an IANA zone such as Europe/Prague, or UTC");
            }
            return zone;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; "
                            + Nearest.to(text, ZoneId.getAvailableZoneIds())
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("an IANA zone such as Europe/Prague"),
                    e);
        }
    }
}
