package dev.bellrope.bench;

import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** When is a target due, and how much working time lies between two instants: ours beside stepping by the minute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorkingTime {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    /** How much elapsed time the working time spreads over. */
    public enum Span {
        HOUR(1),
        WEEK(40),
        TWO_YEARS(2 * 252 * 8);

        private final Duration working;

        Span(int hours) {
            this.working = Duration.ofHours(hours);
        }
    }

    @Param
    Span span = Span.HOUR;

    private final WorkingCalendar calendar = office();
    private final MinuteSteps steps = new MinuteSteps(calendar);
    private Instant due = START;

    @Setup(Level.Trial)
    public void agree() {
        due = calendar.plus(START, span.working);
        if (!due.equals(steps.plus(START, span.working)) || !span.working.equals(steps.between(START, due))) {
            throw new IllegalStateException("ours and the peer's answers differ, so their times mean nothing");
        }
    }

    @Benchmark
    public Instant plus() {
        return calendar.plus(START, span.working);
    }

    @Benchmark
    public Duration between() {
        return calendar.between(START, due);
    }

    @Benchmark
    public Instant plusByMinuteSteps() {
        return steps.plus(START, span.working);
    }

    @Benchmark
    public Duration betweenByMinuteSteps() {
        return steps.between(START, due);
    }

    /** The first question ever asked of a calendar, which lays out the years it needs. */
    @Benchmark
    public Instant plusOnAFreshCalendar() {
        return office().plus(START, span.working);
    }

    private static WorkingCalendar office() {
        return WorkingCalendar.of(
                "prague",
                ZoneId.of("Europe/Prague"),
                Week.parse(Map.of("mon-fri", List.of("08:00-12:00", "13:00-17:00"))),
                Holidays.parse(
                        List.of(
                                "*-01-01",
                                "*-05-01",
                                "*-05-08",
                                "*-07-05",
                                "*-07-06",
                                "*-12-24",
                                "*-12-25",
                                "*-12-26",
                                "2026-04-03"),
                        "bench"));
    }
}
