package dev.bellrope.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-06T15:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "45, 45s",
        "60, 1m 00s",
        "725, 12m 05s",
        "3599, 59m 59s",
        "3600, 1h 00m",
        "11400, 3h 10m",
        "86399, 23h 59m",
        "86400, 1d 0h",
        "187200, 2d 4h",
        "0, 0s",
        "-1, +1s",
        "-492, +8m 12s",
        "-90000, +1d 1h"
    })
    void whatIsLeft(long seconds, String text) {
        assertThat(PageTimes.left(NOW, NOW.plusSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void T7_everyTimeCarriesItsZone() {
        ZoneId prague = ZoneId.of("Europe/Prague");
        assertThat(PageTimes.shortly(NOW, prague)).isEqualTo("Fri 6 Mar 16:30 CET");
        assertThat(PageTimes.exactly(NOW, prague)).isEqualTo("Friday 6 March 2026 16:30:00 CET (Europe/Prague)");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-07-06,                Mon 6 Jul 2026,        a whole day
                    2026-03-12T09:00,          Thu 12 Mar 2026 09:00, by the clock where somebody is
                    2026-05-04T13:00:00Z,      Mon 4 May 15:00 CEST,  an instant
                    2026-05-04T13:00:00+05:30, Mon 4 May 09:30 CEST,  an instant elsewhere
                    2026-13-45,                2026-13-45,            no day stays as it is
                    next week,                 next week,             what is none stays as it is
                    """)
    void whatWasEnteredIsReadable(String cell, String text, String because) {
        assertThat(PageTimes.entered(cell, ZoneId.of("Europe/Prague")))
                .as(because)
                .isEqualTo(text);
    }
}
