package dev.bellrope.app.directory.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.calendar.Holiday;
import dev.bellrope.core.calendar.Holidays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryHolidaysTest {
    private final CountryHolidays countries = new CountryHolidays();

    @ParameterizedTest
    @CsvSource({
        "CZ, '', 2026-04-03, Jollyday CZ", // Good Friday
        "cz, '', 2026-10-28, Jollyday CZ",
        "CZ, '', 2060-12-24, Jollyday CZ",
        "CZ, '', 2026-10-29, ''",
        "DE, by, 2026-01-06, Jollyday DE-BY", // Epiphany, in some parts only
        "DE, BY, 2026-10-03, Jollyday DE-BY",
        "DE, '', 2026-01-06, ''",
        "US, '', 2026-11-26, Jollyday US", // the fourth Thursday
    })
    void T3_knowsCountriesAndTheirRegionsAndNamesItsSource(
            String country, String region, LocalDate day, String source) {
        Holidays holidays = countries.find(country, region).orElseThrow();
        assertThat(holidays.find(day).map(Holiday::source).orElse("")).isEqualTo(source);
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(countries.find("XX", "")).isEmpty();
        assertThat(countries.find("CZ", "by")).isEmpty();
        assertThat(countries.find("", "")).isEmpty();
        assertThat(countries.countries()).contains("CZ", "DE", "US").doesNotContain("NYSE", "XX");
    }
}
