package dev.bellrope.app.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days, weeks and months by the calendar of a zone. */
class PeriodTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @Test
    void itEndsWithTheDayThatItIsInTheZone() {
        Period period = Period.last(30, Instant.parse("2026-03-09T23:30:00Z"), PRAGUE);
        assertThat(period.last()).isEqualTo("2026-03-10");
        assertThat(period.first()).isEqualTo("2026-02-09");
        assertThat(period.ends()).isEqualTo("2026-03-10T23:00:00Z");
        assertThat(period.before().last()).isEqualTo("2026-02-08");
        assertThat(period.before().days()).isEqualTo(30);
        assertThat(period.before().ends()).isEqualTo(period.begins());
    }

    @Test
    void itIsMadeOfWeeksThatBeginOnMondaysAndTheirParts() {
        assertThat(period("2026-03-25", "2026-04-07").steps())
                .containsExactly(
                        period("2026-03-25", "2026-03-29"),
                        period("2026-03-30", "2026-04-05"),
                        period("2026-04-06", "2026-04-07"));
    }

    @Test
    void aLongOneIsMadeOfMonths() {
        assertThat(period("2025-12-15", "2026-11-30").steps())
                .hasSize(12)
                .startsWith(period("2025-12-15", "2025-12-31"), period("2026-01-01", "2026-01-31"))
                .endsWith(period("2026-11-01", "2026-11-30"));
    }

    @Test
    void aDayOnWhichTheClocksChangeIsWhole() {
        Period sunday = period("2026-03-29", "2026-03-29");
        assertThat(sunday.begins()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(sunday.ends()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void noneIsBackwardsOrEndless() {
        assertThatIllegalArgumentException().isThrownBy(() -> period("2026-03-02", "2026-03-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> period("2020-03-02", "2026-03-01"));
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), PRAGUE);
    }
}
