package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.calendar.Holidays;
import java.util.List;
import java.util.Optional;

/** Knows the public holidays of countries; a playbook's {@code holidays: { country: CZ }} asks it. */
public interface HolidayLookup {
    /**
     * The holidays of a country, each naming its source.
     *
     * @param country an ISO 3166 code, {@code CZ}
     * @param region a region code within it, {@code by} for Bavaria; empty for the days of the whole country
     */
    Optional<Holidays> find(String country, String region);

    /** The countries that it knows. */
    List<String> countries();

    /** Knows no country. */
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
