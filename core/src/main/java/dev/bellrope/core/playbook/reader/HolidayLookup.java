package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.calendar.Holidays;
import java.util.List;
import java.util.Optional;

/** Looks up the public holidays of countries, for {@code holidays: { country: CZ }} in a playbook. */
public interface HolidayLookup {
    /**
     * Finds the holidays of a country, each with its source.
     *
     * @param country an ISO 3166 code, {@code CZ}
     * @param region a region code within it, {@code by} for Bavaria; empty for the holidays of the whole country
     */
    Optional<Holidays> find(String country, String region);

    /** Returns the countries that it knows. */
    List<String> countries();

    /** Returns a lookup that knows no country. */
    static HolidayLookup none() {
        return new HolidayLookup() {
            @Override
            public Optional<Holidays> find(String country, String region) {
                return Optional.empty();
            }

            @Override
            public List<String> countries() {
                return List.of();
            }
        };
    }
}
