package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsHolidaysTest {
    private static final String FEED = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID;X-NOTE="a:b":-//Example//Holidays//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas\\, all
              of it
            BEGIN:VALARM
            DURATION:PT1H
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20200501
            RRULE:FREQ=YEARLY
            SUMMARY:Labour Day
            END:VEVENT
            END:VCALENDAR
            """;

    @Test
    void allDayEventsAreRead() {
        Holidays expected = Holidays.of(List.of(
                new Holiday.SingleHoliday(
                        LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26), "Christmas, all of it", "feed"),
                new Holiday.YearlyHoliday(MonthDay.of(5, 1), 2020, "Labour Day", "feed")));
        assertThat(Holidays.fromICalendar(FEED, "feed")).isEqualTo(expected);
        assertThat(Holidays.fromICalendar(FEED.replace("\n", "\r\n"), "feed")).isEqualTo(expected);
    }

    @Test
    void aYearlyEventBeginsWithItsFirstYear() {
        Holidays feed = Holidays.fromICalendar(FEED, "feed");
        assertThat(feed.find(LocalDate.of(2019, 5, 1))).isEmpty();
        assertThat(feed.find(LocalDate.of(2020, 5, 1))).isPresent();
        assertThat(feed.find(LocalDate.of(2035, 5, 1))).isPresent();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RRULE:FREQ=YEARLY                 | RRULE:FREQ=YEARLY;COUNT=3             | line 16",
                "RRULE:FREQ=YEARLY                 | RRULE:FREQ=WEEKLY                     | line 16",
                "RRULE:FREQ=YEARLY                 | EXDATE;VALUE=DATE:20210501            | line 16",
                "DTSTART;VALUE=DATE:20200501       | DTSTART:20200501T090000Z              | line 15",
                "DTSTART;VALUE=DATE:20200501       | DTSTART;VALUE=DATE:20200532           | line 15",
                "DTSTART;VALUE=DATE:20200501       | UID:2                                 | line 14",
                "DTEND;VALUE=DATE:20261227         | DTEND;VALUE=DATE:20261223             | line 4",
                "SUMMARY:Labour Day                | Labour Day                            | line 17",
            })
    void whatIsNoHolidayIsRefusedByLine(String line, String instead, String where) {
        assertThat(FEED).contains(line);
        assertThatThrownBy(() -> Holidays.fromICalendar(FEED.replace(line, instead), "feed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(where + ":");
    }

    @Test
    void anEventWithoutEndIsRefused() {
        assertThatThrownBy(() -> Holidays.fromICalendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\n", "feed"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("END:VEVENT");
    }
}
