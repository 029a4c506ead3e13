package dev.bellrope.core.insight;

import static dev.bellrope.core.insight.Happened.MONDAY;
import static dev.bellrope.core.insight.Happened.met;
import static dev.bellrope.core.insight.Happened.opened;
import static dev.bellrope.core.insight.Happened.paused;
import static dev.bellrope.core.insight.Happened.reopened;
import static dev.bellrope.core.insight.Happened.resumed;
import static dev.bellrope.core.insight.Happened.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Event;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a promise took, in minutes of its own calendar; the office is open from 8 to 9. */
class WorkingTimesTest {
    private static final String NEVER = "never kept";
    private static final WorkingCalendar OFFICE = WorkingCalendar.of(
            "office", ZoneOffset.UTC, Week.parse(Map.of("mon-fri", List.of("08:00-09:00"))), Holidays.NONE);

    private static Stream<Arguments> scenarios() {
        return Stream.of(
                Arguments.of("kept", begun("always").at(20, met("resolve", 1)), "20", "20"),
                Arguments.of("never acknowledged", begun("always"), NEVER, NEVER),
                Arguments.of(
                        "kept late",
                        begun("always")
                                .at(60, new Event.TargetMissed("resolve", 1, MONDAY))
                                .at(90, met("resolve", 1)),
                        "90",
                        "90"),
                Arguments.of("over the night", begun("office").at(24 * 60 + 10, met("resolve", 1)), "70", "70"),
                Arguments.of(
                        "paused",
                        begun("always")
                                .at(10, paused("resolve", 1))
                                .at(40, resumed("resolve", 1))
                                .at(45, met("resolve", 1)),
                        "15",
                        "15"),
                Arguments.of(
                        "kept while it is paused",
                        begun("always").at(10, paused("resolve", 1)).at(40, met("resolve", 1)),
                        "10",
                        "10"),
                Arguments.of(
                        "reopened",
                        begun("always")
                                .at(20, met("resolve", 1))
                                .at(50, reopened())
                                .at(50, started("resolve", 2, "always"))
                                .at(55, met("resolve", 2)),
                        "20",
                        "25"),
                Arguments.of(
                        "moved to another calendar",
                        begun("always")
                                .at(
                                        90,
                                        new Event.TargetMoved(
                                                "resolve",
                                                1,
                                                Duration.ofHours(9),
                                                "office",
                                                MONDAY,
                                                MONDAY,
                                                List.of(),
                                                "agreed"))
                                .at(24 * 60 + 5, met("resolve", 1)),
                        "95",
                        "95"),
                Arguments.of(
                        "waived", begun("always").at(20, new Event.TargetWaived("resolve", 1, "agreed")), NEVER, NEVER),
                Arguments.of(
                        "merged",
                        begun("always")
                                .at(20, new Event.TargetStopped("resolve", 1, "merged"))
                                .at(20, new Event.MergedInto("ESC-2", null)),
                        NEVER,
                        NEVER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void working_time_is_counted(String name, Happened happened, String first, String sum) {
        WorkingTimes times =
                new WorkingTimes(calendar -> calendar.equals("office") ? OFFICE : WorkingCalendar.always());
        happened.into(times::add);
        assertThat(minutes(times.first("resolve"))).isEqualTo(first);
        assertThat(minutes(times.sum("resolve"))).isEqualTo(sum);
    }

    private static String minutes(Optional<Duration> took) {
        return took.map(length -> String.valueOf(length.toMinutes())).orElse(NEVER);
    }

    private static Happened begun(String calendar) {
        return new Happened().at(0, opened()).at(0, started("resolve", 1, calendar));
    }
}
