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

/** When is a target due, and how much working time lies between two instants: ours beside jBPM's calendar and beside stepping by the minute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorkingTime {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    /** Day by day, as jBPM wants them. */
    private static final List<String> HOLIDAYS = List.of(
            "2026-04-03",
            "2026-05-01",
            "2026-05-08",
            "2026-07-06",
            "2026-09-28",
            "2026-10-28",
            "2026-11-17",
            "2026-12-24",
            "2026-12-25",
            "2027-01-01",
            "2027-03-26",
            "2027-07-05",
            "2027-07-06",
            "2027-09-28",
            "2027-10-28",
            "2027-11-17",
            "2027-12-24");

    /** How much elapsed time the working time spreads over. */
    public enum Span {
        HOUR(1),
        WEEK(40),
        TWO_YEARS(2 * 252 * 8);

        private final Duration working;
        private final String hours;

        Span(int hours) {
            this.working = Duration.ofHours(hours);
            this.hours = hours + "h";
        }
    }

    @Param
    Span span = Span.HOUR;

    private final WorkingCalendar calendar = office();
    private final MinuteSteps steps = new MinuteSteps(calendar);
    private final JbpmCalendar jbpm = new JbpmCalendar(ZONE, 9, 17, HOLIDAYS, START);
    private Instant due = START;

    @Setup(Level.Trial)
    public void agree() {
        due = calendar.plus(START, span.working);
        if (!due.equals(jbpm.plus(span.hours))
                || !due.equals(steps.plus(START, span.working))
                || !span.working.equals(steps.between(START, due))) {
            throw new IllegalStateException("ours and the peers' answers differ, so their times mean nothing");
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
    public Instant plusByJbpm() {
        return jbpm.plus(span.hours);
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
                ZONE,
                Week.parse(Map.of("mon-fri", List.of("09:00-17:00"))),
                Holidays.parse(HOLIDAYS, "bench"));
    }
}
