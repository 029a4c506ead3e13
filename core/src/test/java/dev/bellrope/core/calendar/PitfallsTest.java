package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects other systems really had with calendars that do not come from summer time; those that do are in {@link DaylightSavingTest}. */
class PitfallsTest {
    private static final Map<String, List<String>> OFFICE = Map.of("mon-fri", List.of("09:00-17:00"));

    @Test
    void T1_aroundTheClockIsOpenAtMidnight() {
        WorkingCalendar calendar = calendar("Europe/Prague", Map.of("daily", List.of("00:00-24:00")));
        Instant beforeMidnight = Instant.parse("2026-07-06T21:59:30Z");
        assertThat(calendar.plus(beforeMidnight, Duration.ofMinutes(1))).isEqualTo("2026-07-06T22:00:30Z");
        assertThat(calendar.isOpen(Instant.parse("2026-07-06T22:00:00Z"))).isTrue();
        assertThat(calendar.isAlways()).isTrue();
    }

    @Test
    void T1_twentyThreeFiftyNineIsTakenAtItsWord() {
        WorkingCalendar calendar = calendar("UTC", Map.of("daily", List.of("00:00-23:59")));
        assertThat(calendar.isOpen(Instant.parse("2026-07-06T23:59:00Z"))).isFalse();
        assertThat(calendar.isAlways()).isFalse();
    }

    @ParameterizedTest(name = "{0} before {1} is {2}")
    @CsvSource({
        "PT1H, 2026-07-07T09:30:00Z, 2026-07-06T16:30:00Z",
        "PT1H, 2026-07-06T09:30:00Z, 2026-07-03T16:30:00Z",
        "PT8H, 2026-07-06T17:00:00Z, 2026-07-06T09:00:00Z",
    })
    void T2_aReminderBeforeTheDeadlineLandsInsideTheCalendar(Duration before, Instant due, Instant reminder) {
        WorkingCalendar calendar = calendar("UTC", OFFICE);
        assertThat(calendar.minus(due, before)).isEqualTo(reminder);
        assertThat(calendar.isOpen(reminder)).isTrue();
    }

    @Test
    void T3_aHolidaySaysItsSourceAndCanBeSwitchedOff() {
        LocalDate regional = LocalDate.of(2026, 6, 4);
        Holidays feed = Holidays.parse(List.of("2026-06-04 Corpus Christi"), "feed of Germany");
        assertThat(feed.find(regional))
                .contains(new Holiday.SingleHoliday(regional, regional, "Corpus Christi", "feed of Germany"));

        Instant thatDay = Instant.parse("2026-06-04T12:00:00Z");
        assertThat(office(feed).isOpen(thatDay)).isFalse();
        assertThat(office(feed.without(regional)).isOpen(thatDay)).isTrue();
        assertThat(office(feed.without(regional)).isOpen(thatDay.plus(Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void T4_businessHoursCount() {
        assertThat(calendar("UTC", OFFICE).plus(Instant.parse("2026-07-03T16:30:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-07-06T09:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Prague", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"
            })
    void T5_nothingIsDueAtCreationInAnyZone(String zone) {
        WorkingCalendar calendar = calendar(zone, OFFICE);
        for (Instant created = Instant.parse("2026-07-03T00:00:00Z");
                created.isBefore(Instant.parse("2026-07-07T00:00:00Z"));
                created = created.plusSeconds(3600)) {
            assertThat(calendar.plus(created, Duration.ofMinutes(1))).isAfter(created);
        }
    }

    @Test
    void T7_aTimeRangeIsOfTheZoneAndSaysSo() {
        WorkingCalendar calendar = calendar("Asia/Kathmandu", OFFICE);
        assertThat(calendar.nextOpen(Instant.parse("2026-07-06T00:00:00Z"))).isEqualTo("2026-07-06T03:15:00Z");
        assertThat(calendar)
                .hasToString("test (mon 09:00-17:00, tue 09:00-17:00, wed 09:00-17:00, thu 09:00-17:00,"
                        + " fri 09:00-17:00 Asia/Kathmandu)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "-05:00", "UTC+02:00", "GMT+2", "Etc/GMT-2"})
    void T13_anOffsetIsNoZone(String offset) {
        assertThatThrownBy(() -> calendar(offset, OFFICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is an offset, which knows no summer time")
                .hasMessageContaining("Europe/Prague");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "Etc/UTC", "GMT", "+00:00"})
    void T13_utcIsOneZoneUnderManyNames(String zone) {
        assertThat(calendar(zone, OFFICE).zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "US/Pacific, America/Los_Angeles",
        "Asia/Calcutta, Asia/Kolkata",
        "Europe/Kiev, Europe/Kyiv",
        "Europe/Prague, Europe/Prague"
    })
    void T14_aliasZonesWorkUnderTheirCurrentName(String alias, String current) {
        assertThat(calendar(alias, OFFICE).zone()).isEqualTo(ZoneId.of(current));
    }

    @Test
    void T14_everyAliasHasTheRulesOfItsCurrentName() {
        assertThat(ZoneNames.CURRENT)
                .allSatisfy((alias, current) -> assertThat(ZoneId.of(alias).getRules())
                        .isEqualTo(ZoneId.of(current).getRules()));
        assertThat(ZoneNames.CURRENT.keySet()).doesNotContainAnyElementsOf(ZoneNames.CURRENT.values());
    }

    @Test
    void T17_aWeekThatNeverOpensIsRefused() {
        assertThatThrownBy(() -> calendar("UTC", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the calendar \"test\" never opens: no day of its week has hours");
        assertThatThrownBy(() -> calendar("UTC", Map.of("mon", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void T17_holidaysThatCloseItForEverAreRefused() {
        List<String> everyDay = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .map(date -> "*-" + date.format(DateTimeFormatter.ofPattern("MM-dd")))
                .toList();
        for (List<String> closed : List.of(everyDay, List.of("2026-01-01/9999-12-31"))) {
            assertThatThrownBy(() -> office(Holidays.parse(closed, "test")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("its holidays close every day that has hours (mon 09:00-17:00");
        }
        List<String> allButLeapDays =
                everyDay.stream().filter(day -> !day.equals("*-02-29")).toList();
        assertThat(office(Holidays.parse(allButLeapDays, "test")).nextOpen(Instant.parse("2026-07-06T00:00:00Z")))
                .isEqualTo("2028-02-29T09:00:00Z");
    }

    @Test
    void anOvernightRangeBelongsToTheDayItStarts() {
        WorkingCalendar nights = WorkingCalendar.of(
                "nights",
                ZoneId.of("UTC"),
                Week.parse(Map.of("daily", List.of("22:00-06:00"))),
                Holidays.parse(List.of("2026-07-07"), "test"));
        assertThat(nights.openings(utc("2026-07-06T12:00"), utc("2026-07-08T23:00")))
                .containsExactly(
                        new Interval(utc("2026-07-06T22:00"), utc("2026-07-07T06:00")),
                        new Interval(utc("2026-07-08T22:00"), utc("2026-07-08T23:00")));
    }

    private static Instant utc(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    private static WorkingCalendar office(Holidays holidays) {
        return WorkingCalendar.of("test", ZoneId.of("UTC"), Week.parse(OFFICE), holidays);
    }

    private static WorkingCalendar calendar(String zone, Map<String, List<String>> week) {
        return WorkingCalendar.of("test", ZoneId.of(zone), Week.parse(week), Holidays.NONE);
    }
}
