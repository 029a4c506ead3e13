package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours and holidays as people and feeds write them. */
class TextsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "08:00-12:00, 08:00-12:00, 14400",
        "8:00 - 12:30, 08:00-12:30, 16200",
        "22:00-06:00, 22:00-06:00, 28800",
        "22:00-00:00, 22:00-24:00, 7200",
        "00:00-24:00, 00:00-24:00, 86400",
        "00:00-00:00, 00:00-24:00, 86400",
        "09:00-09:00, 09:00-09:00, 86400",
        "08:00:30-12:00, 08:00:30-12:00, 14370",
    })
    void rangesAreRead(String text, String written, int seconds) {
        assertThat(TimeRange.parse(text)).hasToString(written);
        assertThat(TimeRange.parse(text).seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8-12",
                "08:00",
                "08:00-24:01",
                "24:00-25:00",
                "24:00-08:00",
                "08:60-12:00",
                "08:00-12:00-13:00"
            })
    void whatIsNoRangeIsToldWhatIsAccepted(String text) {
        assertThatThrownBy(() -> TimeRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is no range of opening hours")
                .hasMessageContaining("08:00-12:00, 22:00-06:00 (past midnight), 00:00-24:00 (the whole day)");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mon     | mon 08:00-12:00",
                "Monday  | mon 08:00-12:00",
                "mon-wed | mon 08:00-12:00, tue 08:00-12:00, wed 08:00-12:00",
                "sat-sun | sat 08:00-12:00, sun 08:00-12:00",
                "sun-mon | mon 08:00-12:00, sun 08:00-12:00",
                "mon,fri | mon 08:00-12:00, fri 08:00-12:00",
            })
    void daysAreRead(String key, String week) {
        assertThat(Week.parse(Map.of(key, List.of("08:00-12:00")))).hasToString(week);
    }

    @Test
    void touchingRangesAreMerged() {
        assertThat(Week.parse(Map.of("mon", List.of("12:00-17:00", "08:00-12:00", "17:00-02:00")))
                        .on(DayOfWeek.MONDAY))
                .containsExactly(TimeRange.parse("08:00-02:00"));
        assertThat(Week.parse(Map.of("daily", List.of("00:00-12:00", "12:00-24:00"))))
                .isEqualTo(Week.ALWAYS);
        assertThat(Week.parse("24x7")).isEqualTo(Week.ALWAYS).hasToString("24x7");
    }

    @Test
    void whatIsNoWeekIsToldWhy() {
        assertRefused(
                Map.of("mon", List.of("08:00-12:00", "11:00-13:00")),
                "the hours 08:00-12:00 and 11:00-13:00 of mon overlap");
        assertRefused(Map.of("mon", List.of("22:00-06:00", "23:00-23:30")), "of mon overlap");
        assertRefused(
                Map.of("mon-fri", List.of("08:00-12:00"), "fri", List.of("08:00-11:00")),
                "the hours of fri are given twice");
        assertRefused(Map.of("montag", List.of("08:00-12:00")), "\"montag\" names no day; accepted are mon");
        assertRefused(Map.of("mon-", List.of("08:00-12:00")), "\"mon-\" names no day");
        assertThatThrownBy(() -> Week.parse("24/7")).hasMessageContaining("accepted are 24x7");
    }

    private static void assertRefused(Map<String, List<String>> week, String why) {
        assertThatThrownBy(() -> Week.parse(week))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "{0} closes {1}: {2}")
    @CsvSource({
        "2026-12-31, 2026-12-31, true",
        "2026-12-31, 2027-12-31, false",
        "*-12-25, 2031-12-25, true",
        "*-02-29, 2028-02-29, true",
        "*-02-29, 2027-02-28, false",
        "*-02-29, 2027-03-01, false",
        "2026-12-24/2026-12-31, 2026-12-23, false",
        "2026-12-24/2026-12-31, 2026-12-24, true",
        "2026-12-24/2026-12-31, 2026-12-31, true",
        "2026-12-24/2026-12-31, 2027-01-01, false",
        "*-12-25 Christmas Day, 2026-12-25, true",
    })
    void holidaysAreRead(String text, LocalDate date, boolean closed) {
        assertThat(Holidays.parse(List.of(text), "test").find(date).isPresent()).isEqualTo(closed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31.12.2026",
                "2026-02-30",
                "*-13-01",
                "*-02-30",
                "2026-12-31/2026-12-24",
                "2026-12-31Sylvester"
            })
    void whatIsNoHolidayIsToldWhatIsAccepted(String text) {
        assertThatThrownBy(() -> Holiday.parse(text, "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is no holiday")
                .hasMessageContaining("accepted are 2026-12-31, *-12-25 (every year)");
    }

    @Test
    void aUnionIsClosedWhereEitherIs() {
        LocalDate eve = LocalDate.of(2026, 12, 24);
        LocalDate day = LocalDate.of(2026, 12, 25);
        Holidays both = Holidays.parse(List.of("*-12-24", "*-12-25"), "country");
        Holidays own = Holidays.parse(List.of("2026-12-24 Party"), "playbook");

        assertThat(both.without(eve).union(own).find(eve)).isPresent();
        assertThat(both.without(day).union(own).find(day)).isEmpty();
        assertThat(own.union(both).find(eve)).map(Holiday::name).contains("Party");
    }
}
