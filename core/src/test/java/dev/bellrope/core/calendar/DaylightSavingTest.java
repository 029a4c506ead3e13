package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both switches of the clocks, in zones that switch by an hour, by half an hour, at midnight, and never. */
class DaylightSavingTest {

    @ParameterizedTest(name = "{0} {1}: {2} is open {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // zone | date | hours | first opening of that date, in UTC | how long
                // clocks skip 02:00 to 03:00
                "Europe/Prague       | 2026-03-29 | 00:00-24:00 | 2026-03-28T23:00:00Z | PT23H",
                "Europe/Prague       | 2026-03-29 | 02:30-06:00 | 2026-03-29T01:30:00Z | PT2H30M", // opens at 03:30
                "Europe/Prague       | 2026-03-29 | 01:00-02:30 | 2026-03-29T00:00:00Z | PT1H30M", // closes at 03:30
                "Europe/Prague       | 2026-03-29 | 09:00-17:00 | 2026-03-29T07:00:00Z | PT8H",
                // clocks repeat 02:00 to 03:00
                "Europe/Prague       | 2026-10-25 | 00:00-24:00 | 2026-10-24T22:00:00Z | PT25H",
                "Europe/Prague       | 2026-10-25 | 02:30-06:00 | 2026-10-25T00:30:00Z | PT4H30M", // the first 02:30
                "Europe/Prague       | 2026-10-25 | 01:00-02:30 | 2026-10-24T23:00:00Z | PT2H30M", // the last 02:30
                "Europe/Prague       | 2026-10-25 | 09:00-17:00 | 2026-10-25T08:00:00Z | PT8H",
                "America/New_York    | 2026-03-08 | 00:00-24:00 | 2026-03-08T05:00:00Z | PT23H",
                "America/New_York    | 2026-03-08 | 02:30-06:00 | 2026-03-08T07:30:00Z | PT2H30M",
                "America/New_York    | 2026-11-01 | 00:00-24:00 | 2026-11-01T04:00:00Z | PT25H",
                "America/New_York    | 2026-11-01 | 01:30-06:00 | 2026-11-01T05:30:00Z | PT5H30M",
                // half an hour, 02:00 to 02:30 skipped, 01:30 to 02:00 repeated
                "Australia/Lord_Howe | 2026-10-04 | 00:00-24:00 | 2026-10-03T13:30:00Z | PT23H30M",
                "Australia/Lord_Howe | 2026-10-04 | 02:15-06:00 | 2026-10-03T15:45:00Z | PT3H15M", // opens at 02:45
                "Australia/Lord_Howe | 2026-04-05 | 00:00-24:00 | 2026-04-04T13:00:00Z | PT24H30M",
                "Australia/Lord_Howe | 2026-04-05 | 01:45-06:00 | 2026-04-04T14:45:00Z | PT4H45M",
                // midnight itself is skipped: the day begins at 01:00; in February 23:00 to 24:00 is repeated
                "America/Sao_Paulo   | 2018-11-04 | 00:00-24:00 | 2018-11-04T03:00:00Z | PT23H",
                "America/Sao_Paulo   | 2018-11-04 | 00:30-02:00 | 2018-11-04T03:30:00Z | PT30M",
                "America/Sao_Paulo   | 2018-11-03 | 20:00-24:00 | 2018-11-03T23:00:00Z | PT4H",
                "America/Sao_Paulo   | 2018-02-17 | 00:00-24:00 | 2018-02-17T02:00:00Z | PT25H",
                "America/Sao_Paulo   | 2018-02-17 | 20:00-24:00 | 2018-02-17T22:00:00Z | PT5H",
                // never, and three quarters of an hour beside everybody
                "Asia/Kathmandu      | 2026-03-29 | 00:00-24:00 | 2026-03-28T18:15:00Z | PT24H",
                "Asia/Kathmandu      | 2026-10-25 | 09:00-17:00 | 2026-10-25T03:15:00Z | PT8H",
                // overnight: the range belongs to the evening, the switch falls into its tail
                "Europe/Prague       | 2026-03-28 | 22:00-06:00 | 2026-03-28T21:00:00Z | PT7H",
                "Europe/Prague       | 2026-10-24 | 22:00-06:00 | 2026-10-24T20:00:00Z | PT9H",
            })
    void T8_aDayWithASwitchIsOpenAsLongAsItReallyLasts(
            ZoneId zone, LocalDate date, String hours, Instant start, Duration length) {
        WorkingCalendar calendar = on(zone, date, hours);
        Interval opening = new Interval(start, start.plus(length));
        assertThat(calendar.openings(start.minus(Duration.ofDays(3)), start.plus(Duration.ofDays(3))))
                .containsExactly(opening);
        assertThat(calendar.between(opening.start(), opening.end())).isEqualTo(length);
        assertThat(calendar.plus(opening.start(), length)).isEqualTo(opening.end());
        assertThat(calendar.minus(opening.end(), length)).isEqualTo(opening.start());
    }

    @Test
    void T8_aRangeThatTheClocksSkipEntirelyMovesForwardByTheGap() {
        WorkingCalendar calendar = on(ZoneId.of("Europe/Prague"), LocalDate.of(2026, 3, 29), "02:15-02:45");
        Instant noon = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(calendar.openings(noon, noon.plus(Duration.ofDays(1))))
                .containsExactly(
                        new Interval(Instant.parse("2026-03-29T01:15:00Z"), Instant.parse("2026-03-29T01:45:00Z")));
    }

    @Test
    void T8_rangesPushedTogetherByASwitchCountOnce() {
        WorkingCalendar calendar = WorkingCalendar.of(
                "test",
                ZoneId.of("Europe/Prague"),
                Week.parse(Map.of("sun", List.of("01:00-02:30", "03:00-05:00"))),
                Holidays.NONE);
        Instant noon = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(calendar.openings(noon, noon.plus(Duration.ofDays(1))))
                .containsExactly(
                        new Interval(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T03:00:00Z")));
    }

    @Test
    void T8_aDateThatAZoneLeavesOutHasNoHours() {
        ZoneId apia = ZoneId.of("Pacific/Apia"); // 2011-12-30, a Friday, never happened
        WorkingCalendar fridays =
                WorkingCalendar.of("test", apia, Week.parse(Map.of("fri", List.of("09:00-17:00"))), Holidays.NONE);
        assertThat(fridays.nextOpen(Instant.parse("2011-12-25T00:00:00Z")))
                .isEqualTo(LocalDateTime.parse("2012-01-06T09:00").atZone(apia).toInstant());
    }

    @ParameterizedTest(name = "{0} around {1}")
    @CsvSource({
        "Europe/Prague,       2026-03-29",
        "Europe/Prague,       2026-10-25",
        "America/New_York,    2026-03-08",
        "America/New_York,    2026-11-01",
        "Australia/Lord_Howe, 2026-04-05",
        "Australia/Lord_Howe, 2026-10-04",
        "America/Sao_Paulo,   2018-02-18",
        "America/Sao_Paulo,   2018-11-04",
        "Asia/Kathmandu,      2026-03-29",
    })
    void T9_T12_theWallClockHoldsInTheWeeksAroundASwitch(ZoneId zone, LocalDate date) {
        WorkingCalendar calendar =
                WorkingCalendar.of("test", zone, Week.parse(Map.of("daily", List.of("09:00-17:00"))), Holidays.NONE);
        LocalTime opening = LocalTime.of(9, 0);
        for (LocalDate day = date.minusDays(8); day.isBefore(date.plusDays(9)); day = day.plusDays(1)) {
            Instant open = day.atTime(opening).atZone(zone).toInstant();
            Instant sevenLater = day.plusDays(7).atTime(opening).atZone(zone).toInstant();
            assertThat(calendar.nextOpen(open.minusSeconds(1))).isEqualTo(open);
            assertThat(calendar.plus(open.plusSeconds(60), Duration.ofHours(56)))
                    .as("56 working hours are 7 days of the wall clock, from %s", day)
                    .isEqualTo(sevenLater.plusSeconds(60));
        }
    }

    @Test
    void T10_lastWintersCaseGivesTheSameResultWhereverAndWheneverItIsRecomputed() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String here : List.of("UTC", "America/Los_Angeles", "Pacific/Auckland")) {
                TimeZone.setDefault(TimeZone.getTimeZone(here));
                WorkingCalendar calendar = WorkingCalendar.of(
                        "test",
                        ZoneId.of("Europe/Prague"),
                        Week.parse(Map.of("mon-fri", List.of("09:00-17:00"))),
                        Holidays.NONE);
                calendar.nextOpen(Instant.parse("2026-07-20T12:00:00Z")); // summer has been looked at first
                assertThat(calendar.plus(Instant.parse("2026-01-15T15:30:00Z"), Duration.ofHours(1)))
                        .isEqualTo("2026-01-16T08:30:00Z");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        "Europe/Prague,       2026-10-24T23:30:00Z",
        "America/New_York,    2026-11-01T04:30:00Z",
        "Australia/Lord_Howe, 2026-04-04T14:00:00Z",
        "America/Sao_Paulo,   2018-02-18T00:30:00Z",
    })
    void T11_inTheRepeatedHourEveryMinuteAdvances(ZoneId zone, Instant beforeOverlap) {
        WorkingCalendar calendar =
                WorkingCalendar.of("test", zone, Week.parse(Map.of("daily", List.of("00:00-23:30"))), Holidays.NONE);
        Optional<Instant> last = Optional.empty();
        for (int minute = 1; minute <= 240; minute++) {
            Instant due = calendar.plus(beforeOverlap, Duration.ofMinutes(minute));
            last.ifPresent(earlier -> assertThat(due).isAfter(earlier));
            assertThat(calendar.between(beforeOverlap, due)).isEqualTo(Duration.ofMinutes(minute));
            last = Optional.of(due);
        }
    }

    /** Open on one weekday only, so that the openings around it are those of that date and its neighbours in other weeks. */
    private static WorkingCalendar on(ZoneId zone, LocalDate date, String hours) {
        return WorkingCalendar.of(
                "test", zone, new Week(Map.of(date.getDayOfWeek(), List.of(TimeRange.parse(hours)))), Holidays.NONE);
    }
}
