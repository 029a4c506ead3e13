package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private static final WorkingCalendar PRAGUE = WorkingCalendar.of(
            "prague",
            ZoneId.of("Europe/Prague"),
            Week.parse(Map.of("mon-fri", List.of("08:00-12:00", "13:00-17:00"))),
            Holidays.parse(List.of("*-12-24", "2026-12-31 New Year's Eve"), "playbook"));

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "2026-07-06T11:30, PT1H,   2026-07-06T13:30", // over the break
        "2026-07-06T11:00, PT1H,   2026-07-06T12:00", // used up at closing time: due then
        "2026-07-06T12:00, PT0S,   2026-07-06T13:00", // the closing instant is closed
        "2026-07-06T09:00, PT0S,   2026-07-06T09:00",
        "2026-07-10T16:30, PT1H,   2026-07-13T08:30", // over the weekend
        "2026-12-23T16:30, PT1H,   2026-12-25T08:30", // the 24th is closed every year
        "2026-12-30T16:30, PT1H,   2027-01-01T08:30", // the turn of the year
        "2026-07-06T11:59:59.5, PT1S, 2026-07-06T13:00:00.5",
    })
    void plus(String start, Duration working, String due) {
        assertThat(PRAGUE.plus(at(start), working)).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} - {1} -> {2}")
    @CsvSource({
        "2026-07-06T13:30, PT1H, 2026-07-06T11:30",
        "2026-07-06T14:00, PT1H, 2026-07-06T13:00", // begins exactly at opening time
        "2026-07-06T12:30, PT0S, 2026-07-06T12:00",
        "2026-07-13T08:30, PT1H, 2026-07-10T16:30",
        "2027-01-01T08:30, PT1H, 2026-12-30T16:30",
    })
    void minus(String end, Duration working, String start) {
        assertThat(PRAGUE.minus(at(end), working)).isEqualTo(at(start));
    }

    @Test
    void betweenIsNegativeBackwards() {
        Instant friday = at("2026-07-10T16:30");
        Instant monday = at("2026-07-13T08:30");
        assertThat(PRAGUE.between(friday, monday)).isEqualTo(Duration.ofHours(1));
        assertThat(PRAGUE.between(monday, friday)).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void openingsAreCutToTheSpan() {
        assertThat(PRAGUE.openings(at("2026-07-10T11:00"), at("2026-07-13T09:00")))
                .containsExactly(
                        new Interval(at("2026-07-10T11:00"), at("2026-07-10T12:00")),
                        new Interval(at("2026-07-10T13:00"), at("2026-07-10T17:00")),
                        new Interval(at("2026-07-13T08:00"), at("2026-07-13T09:00")));
    }

    @Test
    void alwaysIsElapsedTime() {
        WorkingCalendar always = WorkingCalendar.always();
        Instant start = Instant.parse("2026-12-31T23:30:00.25Z");
        assertThat(always.name()).isEqualTo("always");
        assertThat(always.isAlways()).isTrue();
        assertThat(always.plus(start, Duration.ofHours(1))).isEqualTo(start.plusSeconds(3600));
        assertThat(always.minus(start, Duration.ofHours(1))).isEqualTo(start.minusSeconds(3600));
        assertThat(always.openings(start, start.plusSeconds(9)))
                .containsExactly(new Interval(start, start.plusSeconds(9)));
    }

    @Test
    void beyondTheHorizonIsRefusedRatherThanLoopedTowards() {
        for (WorkingCalendar calendar : List.of(PRAGUE, WorkingCalendar.always())) {
            Instant now = at("2026-07-06T09:00");
            Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
            assertThatThrownBy(() -> calendar.plus(now, forever))
                    .isInstanceOf(DateTimeException.class)
                    .hasMessageContaining("1800 to 2399");
            assertThatThrownBy(() -> calendar.minus(now, Duration.ofDays(90_000)))
                    .isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> calendar.plus(now, Duration.ofDays(365 * 500)))
                    .isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> calendar.isOpen(Instant.MAX)).isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> calendar.between(Instant.MIN, now)).isInstanceOf(DateTimeException.class);
            assertThatThrownBy(() -> calendar.plus(now, Duration.ofNanos(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void manyThreadsOnAFreshCalendarAgree() {
        WorkingCalendar fresh = WorkingCalendar.of("fresh", PRAGUE.zone(), PRAGUE.week(), PRAGUE.holidays());
        Instant start = at("2000-01-03T09:00");
        List<Duration> asked = IntStream.range(1, 5_000)
                .mapToObj(step -> Duration.ofHours(step * 17L))
                .toList();
        List<Instant> expected =
                asked.stream().map(working -> PRAGUE.plus(start, working)).toList();
        assertThat(asked.parallelStream()
                        .map(working -> fresh.plus(start, working))
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void calendarsAreEqualByWhatTheySay() {
        WorkingCalendar same = WorkingCalendar.of("prague", PRAGUE.zone(), PRAGUE.week(), PRAGUE.holidays());
        assertThat(same).isEqualTo(PRAGUE).hasSameHashCodeAs(PRAGUE);
        assertThat(WorkingCalendar.of("prague", PRAGUE.zone(), PRAGUE.week(), Holidays.NONE))
                .isNotEqualTo(PRAGUE);
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), PRAGUE.zone()).toInstant();
    }
}
