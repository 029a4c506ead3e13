package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half days, Saturdays that are worked, and breaks on one date. */
class SpecialHoursTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final WorkingCalendar OFFICE = WorkingCalendar.of(
            "office",
            PRAGUE,
            Week.parse(Map.of("mon-fri", List.of("09:00-17:00"))),
            Holidays.parse(List.of("*-12-24", "2026-12-31"), "test"),
            SpecialHours.parse(List.of(
                    "2026-11-28 10:00-14:00", // a Saturday
                    "2026-12-01 09:00-11:00 13:00-17:00", // a long break
                    "*-12-31 09:00-12:00", // a half day every year, a holiday in 2026
                    "2027-12-31 09:00-10:00", // but not in that one
                    "2026-12-24 22:00-02:00"))); // into a day with ordinary hours

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "2026-11-27T16:00, PT2H, 2026-11-28T11:00",
        "2026-11-28T13:00, PT2H, 2026-11-30T10:00",
        "2026-12-01T10:30, PT1H, 2026-12-01T13:30",
        "2026-12-31T11:30, PT1H, 2027-01-01T09:30",
        "2027-12-31T09:30, PT1H, 2028-01-03T09:30",
        "2028-12-29T16:30, PT1H, 2028-12-31T09:30", // a Sunday
        "2026-12-24T12:00, PT5H, 2026-12-25T10:00",
    })
    void replaceTheWeekAndTheHolidaysOnTheirDate(LocalDateTime start, Duration working, LocalDateTime due) {
        assertThat(OFFICE.plus(start.atZone(PRAGUE).toInstant(), working))
                .isEqualTo(due.atZone(PRAGUE).toInstant());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24                                  | is no date with its hours
            2026-12-24 closed                           | is no range of opening hours
            24.12.2026 08:00-12:00                      | is no date with its hours
            2026-02-30 08:00-12:00                      | is no date with its hours
            *-13-01 08:00-12:00                         | is no date with its hours
            2026-12-24 08:00-12:00 11:00-13:00          | the hours 08:00-12:00 and 11:00-13:00 of 2026-12-24 overlap
            2026-12-24 08:00-12:00; 2026-12-24 09:00-10:00 | are given twice for that date
            """)
    void whatCannotBeReadIsRefused(String texts, String message) {
        assertThatThrownBy(() -> SpecialHours.parse(Arrays.asList(texts.split("; ", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void areWrittenAsTheyAreRead() {
        String text = "2026-11-28 10:00-14:00, 2026-12-01 09:00-11:00 13:00-17:00, *-12-31 22:00-02:00";
        assertThat(SpecialHours.parse(List.of(text.split(", ", -1)))).hasToString(text);
    }

    @Test
    void aCalendarThatOpensOnSingleDatesOnlyNeverOpens() {
        assertThatThrownBy(() -> WorkingCalendar.of(
                        "x",
                        PRAGUE,
                        new Week(Map.of()),
                        Holidays.NONE,
                        SpecialHours.parse(List.of("2026-12-24 08:00-12:00"))))
                .hasMessageContaining("never opens");
        WorkingCalendar yearly = WorkingCalendar.of(
                "x", PRAGUE, new Week(Map.of()), Holidays.NONE, SpecialHours.parse(List.of("*-12-24 08:00-12:00")));
        assertThat(yearly.nextOpen(
                        LocalDateTime.parse("2026-12-25T00:00").atZone(PRAGUE).toInstant()))
                .isEqualTo(
                        LocalDateTime.parse("2027-12-24T08:00").atZone(PRAGUE).toInstant());
    }

    @Test
    void roundTheClockWithAnotherDayIsNotAlways() {
        WorkingCalendar calendar = WorkingCalendar.of(
                "x", PRAGUE, Week.ALWAYS, Holidays.NONE, SpecialHours.parse(List.of("2026-12-24 08:00-12:00")));
        assertThat(calendar.isAlways()).isFalse();
        assertThat(calendar.isOpen(
                        LocalDateTime.parse("2026-12-24T13:00").atZone(PRAGUE).toInstant()))
                .isFalse();
    }
}
