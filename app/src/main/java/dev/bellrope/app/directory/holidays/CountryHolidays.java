package dev.bellrope.app.directory.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.playbook.reader.HolidayLookup;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The public holidays of countries and their regions, from Jollyday, for the years {@value #FIRST_YEAR} to
 * {@value #LAST_YEAR}. A country is computed when it is first needed.
 */
@Component
public class CountryHolidays implements HolidayLookup {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2060;

    private final Map<String, Holidays> known = new ConcurrentHashMap<>();

    /**
     * Returns the holidays of a country, or of one of its regions including those of the whole country.
     *
     * @param country an ISO 3166 code such as {@code CZ}, in any case
     * @param region the part of the ISO 3166-2 code after the country, such as {@code BY}; empty for the whole country
     * @return empty if the country or the region is not known
     */
    @Override
    public Optional<Holidays> find(String country, String region) {
        String code = country.strip().toLowerCase(Locale.ROOT);
        String part = region.strip().toLowerCase(Locale.ROOT);
        if (!countries().contains(code.toUpperCase(Locale.ROOT))
                || !(part.isEmpty() || regions(code).contains(part))) {
            return Optional.empty();
        }
        return Optional.of(known.computeIfAbsent(code + "/" + part, ignored -> compute(code, part)));
    }

    /** Returns the codes of all countries, in upper case. */
    @Override
    public List<String> countries() {
        Set<String> countries = new TreeSet<>();
        for (String code : HolidayManager.getSupportedCalendarCodes()) {
            // Jollyday also has calendars of stock exchanges and the like, which are not countries.
            if (code.length() == 2) {
                countries.add(code.toUpperCase(Locale.ROOT));
            }
        }
        return List.copyOf(countries);
    }

    /** Returns the regions of a country that {@link #find} accepts, in lower case. */
    public Set<String> regions(String country) {
        CalendarHierarchy hierarchy = manager(country).getCalendarHierarchy();
        return new TreeSet<>(hierarchy.getChildren().keySet());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    private static Holidays compute(String country, String region) {
        String source = "Jollyday " + country.toUpperCase(Locale.ROOT)
                + (region.isEmpty() ? "" : "-" + region.toUpperCase(Locale.ROOT));
        HolidayManager manager = manager(country);
        String[] parts = region.isEmpty() ? new String[0] : new String[] {region};
        List<Holiday> days = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
                    .sorted(Comparator.comparing(de.focus_shift.jollyday.core.Holiday::getDate))
                    .forEach(day -> {
                        LocalDate date = day.getDate();
                        days.add(new Holiday.SingleHoliday(date, date, day.getDescription(Locale.ENGLISH), source));
                    });
        }
        return Holidays.of(days);
    }
}
