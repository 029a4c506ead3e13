package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Hours;
import dev.bellrope.app.directory.entry.Zones;
import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.app.directory.icalendar.HolidayFile;
import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.SpecialHours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules for calendars: each part must be readable, and the calendar must be open at some time. */
@Component
class CalendarRules {
    private static final int HOURS = 1_000;
    private static final int DAYS = 500;
    private static final int FILE = 2 * 1024 * 1024;

    private final Calendars calendars;
    private final CountryHolidays countries;

    CalendarRules(Calendars calendars, CountryHolidays countries) {
        this.calendars = calendars;
        this.countries = countries;
    }

    void check(CalendarEntry calendar, EntryCheck checked) {
        boolean fine = checked.id("id", calendar.id());
        if (calendar.id().equals("always")) {
            checked.flaw("id", calendar.id(), "is built in and never closes; accepted is any other id");
        }
        fine &= checked.needed("zone", calendar.zone(), EntryCheck.WORD);
        fine &= calendar.zone().isEmpty() || read("zone", calendar.zone(), checked, zone -> Zones.get(calendar.zone()));
        fine &= checked.needed("hours", calendar.hours(), HOURS)
                && read("hours", calendar.hours(), checked, hours -> Hours.parse(calendar.hours()));
        fine &= country(calendar, checked);
        fine &= days(calendar, checked);
        ZoneId zone = fine ? Zones.get(calendar.zone()) : ZoneOffset.UTC; // a bad zone is told already
        fine &= calendar.icalendar().isEmpty()
                || (checked.text("icalendar", calendar.icalendar(), FILE)
                        && read(
                                "icalendar",
                                "",
                                checked,
                                file -> HolidayFile.read(calendar.icalendar(), zone, "file")));
        if (fine) {
            read("hours", calendar.hours(), checked, hours -> calendars.build(calendar));
        }
    }

    private boolean country(CalendarEntry calendar, EntryCheck checked) {
        String country = calendar.country();
        if (country.isEmpty()) {
            if (!calendar.region().isEmpty()) {
                checked.flaw("region", calendar.region(), "is a region of no country; give the country too");
            }
            return calendar.region().isEmpty();
        }
        if (countries.find(country, "").isEmpty()) {
            checked.flaw(
                    "country",
                    country,
                    "is no country whose holidays are known; accepted are " + String.join(" ", countries.countries()));
            return false;
        }
        if (countries.find(country, calendar.region()).isEmpty()) {
            checked.flaw(
                    "region",
                    calendar.region(),
                    "is no region of " + country + " whose holidays are known; accepted are "
                            + String.join(" ", countries.regions(country)));
            return false;
        }
        return true;
    }

    private static boolean days(CalendarEntry calendar, EntryCheck checked) {
        boolean holidays = days("holidays", calendar.holidays(), checked, day -> Holiday.parse(day, "file"));
        boolean worked = days("worked", calendar.worked(), checked, LocalDate::parse);
        boolean special =
                days("special_hours", calendar.specialHours(), checked, day -> SpecialHours.parse(List.of(day)));
        return holidays && worked && special;
    }

    private interface CalendarResult {
        Object read(String text);
    }

    private static boolean days(String column, List<String> days, EntryCheck checked, CalendarResult reading) {
        if (days.size() > DAYS) {
            checked.flaw(column, days.size() + " of them", "are more than the " + DAYS + " that fit");
            return false;
        }
        boolean fine = true;
        for (String day : days) {
            if (day.indexOf('|') >= 0 || day.indexOf('\n') >= 0 || day.indexOf('\r') >= 0) {
                checked.flaw(column, day, "holds | or a new line, which stand between days");
                fine = false;
                continue;
            }
            fine &= checked.text(column, day, EntryCheck.NAME) && read(column, day, checked, reading);
        }
        return fine;
    }

    private static boolean read(String column, String value, EntryCheck checked, CalendarResult reading) {
        try {
            reading.read(value);
            return true;
        } catch (DateTimeException unreadable) {
            String accepted =
                    column.equals("zone") ? "a region such as Europe/Prague, or UTC" : "days such as 2026-12-31";
            checked.flaw(column, value, "cannot be read; accepted are " + accepted);
        } catch (IllegalArgumentException refused) {
            checked.flaw(column, value, String.valueOf(refused.getMessage()));
        }
        return false;
    }
}
