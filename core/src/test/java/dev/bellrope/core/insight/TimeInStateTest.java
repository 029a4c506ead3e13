package dev.bellrope.core.insight;

import static dev.bellrope.core.insight.Happened.lowered;
import static dev.bellrope.core.insight.Happened.minute;
import static dev.bellrope.core.insight.Happened.opened;
import static dev.bellrope.core.insight.Happened.raised;
import static dev.bellrope.core.insight.Happened.reopened;
import static dev.bellrope.core.insight.Happened.requested;
import static dev.bellrope.core.insight.Happened.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.Event;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long an escalation was where, as of the hundredth minute. */
class TimeInStateTest {
    private static Stream<Arguments> scenarios() {
        return Stream.of(
                Arguments.of("is at work", new Happened().at(0, opened()), "active 100 now", "L1 100 now"),
                Arguments.of(
                        "was asked for first",
                        new Happened().at(0, requested()).at(30, opened()),
                        "active 70 now, requested 30",
                        "L1 70 now"),
                Arguments.of(
                        "declined",
                        new Happened().at(0, requested()).at(30, new Event.Declined("no")),
                        "requested 30",
                        ""),
                Arguments.of(
                        "moved between levels twice",
                        new Happened()
                                .at(0, opened())
                                .at(10, raised("L1", "L2"))
                                .at(25, lowered("L2", "L1"))
                                .at(45, raised("L1", "L2"))
                                .at(95, lowered("L2", "L1")),
                        "active 100 now",
                        "L1 35 now, L2 65"),
                Arguments.of(
                        "resolved, on no level any more",
                        new Happened()
                                .at(0, opened())
                                .at(10, raised("L1", "L2"))
                                .at(40, resolved()),
                        "active 40, resolved 60 now",
                        "L1 10, L2 30"),
                Arguments.of(
                        "resolved and watched at one instant",
                        new Happened()
                                .at(0, opened())
                                .at(40, resolved())
                                .at(40, new Event.WatchStarted(minute(1000), "resolved"))
                                .at(60, new Event.Closed("")),
                        "active 40, watch 20",
                        "L1 40"),
                Arguments.of(
                        "reopened",
                        new Happened()
                                .at(0, opened())
                                .at(10, raised("L1", "L2"))
                                .at(20, resolved())
                                .at(30, new Event.Closed(""))
                                .at(80, reopened()),
                        "active 40 now, resolved 10",
                        "L1 10, L2 30 now"),
                Arguments.of(
                        "paused: it stays where it is",
                        new Happened()
                                .at(0, opened())
                                .at(10, new Event.Paused("waits-for-customer", ""))
                                .at(50, new Event.Resumed("")),
                        "active 100 now",
                        "L1 100 now"),
                Arguments.of(
                        "merged",
                        new Happened().at(0, opened()).at(15, new Event.MergedInto("ESC-2", null)),
                        "active 15",
                        "L1 15"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void stays_are_summed(String name, Happened happened, String states, String levels) {
        TimeInState times = new TimeInState();
        happened.into(times::add);
        assertThat(told(times.states())).isEqualTo(states);
        assertThat(told(times.levels())).isEqualTo(levels);
    }

    private static String told(List<TimeInState.Stay> stays) {
        return stays.stream()
                .map(stay -> stay.name() + " " + stay.until(minute(100)).toMinutes()
                        + (stay.since().isPresent() ? " now" : ""))
                .collect(Collectors.joining(", "));
    }
}
