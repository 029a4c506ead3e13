package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Hours;
import dev.bellrope.app.directory.entry.Zones;
import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.app.directory.icalendar.HolidayFile;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.SpecialHours;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Builds working calendars from entries. */
@Component
class Calendars {
    private final CountryHolidays countries;

    Calendars(CountryHolidays countries) {
        this.countries = countries;
    }

    /** @throws IllegalArgumentException if it would never open, or a part of it cannot be read */
    WorkingCalendar build(CalendarEntry entry) {
        return WorkingCalendar.of(
                entry.id(),
                Zones.get(entry.zone()),
                Hours.parse(entry.hours()),
                holidays(entry),
                SpecialHours.parse(entry.specialHours()));
    }

    private Holidays holidays(CalendarEntry entry) {
        Holidays holidays = Holidays.parse(entry.holidays(), "calendar " + entry.id());
        if (!entry.icalendar().isEmpty()) {
            holidays = holidays.union(
                    HolidayFile.read(entry.icalendar(), Zones.get(entry.zone()), "iCalendar of " + entry.id()));
        }
        if (!entry.country().isEmpty()) {
            holidays = holidays.union(countries
                    .find(entry.country(), entry.region())
                    .orElseThrow(() -> new IllegalArgumentException("no holidays are known of the country "
                            + entry.country() + (entry.region().isEmpty() ? "" : ", region " + entry.region()))));
        }
        for (String worked : entry.worked()) {
            holidays = holidays.without(LocalDate.parse(worked));
        }
        return holidays;
    }
}
