package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every calendar, beside a reference that knows nothing of prefix sums or of laying out years. */
class WorkingTimePropertiesTest {
    private static final Instant FIRST = Instant.parse("2017-12-20T00:00:00Z"); // Sao Paulo still switched
    private static final long SPAN = Duration.ofDays(3 * 365).toSeconds();

    @Property(tries = 400)
    void betweenUndoesPlus(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d) {
        assertThat(calendar.between(a, calendar.plus(a, d))).isEqualTo(d);
    }

    @Property(tries = 400)
    void betweenUndoesMinus(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d) {
        assertThat(calendar.between(calendar.minus(a, d), a)).isEqualTo(d);
    }

    /** Of all instants with that much working time before them plus gives the first, minus the last; between them all is closed. */
    @Property(tries = 400)
    void minusIsTheOtherEdgeOfPlus(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d) {
        Instant due = calendar.plus(a, d);
        Instant begun = calendar.minus(due, d);
        assertThat(begun).isAfterOrEqualTo(a.isBefore(due) ? a : due);
        assertThat(calendar.between(a, begun)).isEqualTo(Duration.ZERO);
        if (calendar.isOpen(a) && !d.isZero()) {
            assertThat(begun).isEqualTo(a);
        }
    }

    @Property(tries = 400)
    void plusIsMonotone(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d,
            @ForAll("durations") Duration more) {
        Instant due = calendar.plus(a, d);
        assertThat(due).isAfterOrEqualTo(a);
        assertThat(calendar.plus(a.plus(more), d)).isAfterOrEqualTo(due);
        if (!more.isZero() && !d.isZero()) {
            assertThat(calendar.plus(a, d.plus(more))).isAfter(due);
        }
    }

    /** The one exception is the closing edge: nothing more, asked at a closing instant, is the next opening. */
    @Property(tries = 400)
    void plusInTwoStepsIsPlusInOne(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration x,
            @ForAll("durations") Duration y) {
        Instant twice = calendar.plus(calendar.plus(a, x), y);
        Instant once = calendar.plus(a, x.plus(y));
        assertThat(twice).isEqualTo(y.isZero() ? calendar.nextOpen(once) : once);
    }

    @Property(tries = 400)
    void betweenAddsUp(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("instants") Instant b,
            @ForAll("instants") Instant c) {
        assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
        assertThat(calendar.between(b, a)).isEqualTo(calendar.between(a, b).negated());
    }

    @Property(tries = 200)
    void openingsAreDisjointOpenAndAllThereIs(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d) {
        Instant b = a.plus(d);
        List<Interval> openings = calendar.openings(a, b);
        Instant last = Instant.MIN;
        Duration sum = Duration.ZERO;
        for (Interval opening : openings) {
            assertThat(opening.start()).isAfter(last);
            assertThat(calendar.isOpen(opening.start())).isTrue();
            assertThat(opening.end().equals(b) || !calendar.isOpen(opening.end()))
                    .isTrue();
            sum = sum.plus(opening.length());
            last = opening.end();
        }
        assertThat(sum).isEqualTo(calendar.between(a, b));
    }

    /** A month of minutes (or two hours of seconds), each judged by what the wall clock shows at it. */
    @Property(tries = 120)
    void agreesWithSteppingAlongTheWallClock(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("instants") Instant start, @ForAll boolean seconds) {
        long step = seconds ? 1 : 60;
        long from = start.getEpochSecond() / step * step;
        NaiveCalendar naive = new NaiveCalendar(calendar);
        Instant a = Instant.ofEpochSecond(from);
        long open = 0;
        boolean wasOpen = false;
        for (long second = from; second < from + step * (seconds ? 7_200 : 44_640); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            boolean isOpen = naive.isOpen(at);
            if (isOpen != calendar.isOpen(at)) {
                throw new AssertionError(
                        at + " is " + (isOpen ? "open" : "closed") + " by the wall clock of " + calendar);
            }
            if (isOpen != wasOpen || second % 3600 == 0) {
                assertThat(calendar.between(a, at)).isEqualTo(Duration.ofSeconds(open));
                assertThat(calendar.plus(a, Duration.ofSeconds(open + step)))
                        .isAfter(at)
                        .isEqualTo(isOpen ? at.plusSeconds(step) : calendar.plus(at, Duration.ofSeconds(step)));
            }
            open += isOpen ? step : 0;
            wasOpen = isOpen;
        }
    }

    @Property(tries = 200)
    void agreesWithSteppingFromOpeningToOpening(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("durations") Duration d) {
        NaiveCalendar naive = new NaiveCalendar(calendar);
        if (!d.isZero()) {
            assertThat(calendar.plus(a, d)).isEqualTo(naive.plus(a, d));
        }
        assertThat(calendar.between(a, a.plus(d))).isEqualTo(naive.between(a, a.plus(d)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> anywhere =
                Arbitraries.longs().between(0, SPAN).map(second -> FIRST.plusSeconds(second - second % 60));
        Arbitrary<Instant> odd = Combinators.combine(
                        Arbitraries.longs().between(0, SPAN),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((second, nano) -> FIRST.plusSeconds(second).plusNanos(nano));
        // the nights in which Prague, New York, Lord Howe and Sao Paulo switch, and the turn of a year
        Arbitrary<Instant> switches = Combinators.combine(
                        Arbitraries.of(
                                "2018-03-25T01:00:00Z",
                                "2018-10-28T01:00:00Z",
                                "2018-03-11T07:00:00Z",
                                "2018-11-04T06:00:00Z",
                                "2018-04-07T15:00:00Z",
                                "2018-10-06T15:30:00Z",
                                "2018-02-18T02:00:00Z",
                                "2018-11-04T03:00:00Z",
                                "2019-01-01T00:00:00Z"),
                        Arbitraries.longs().between(-180, 180))
                .as((at, minutes) -> Instant.parse(at).plusSeconds(minutes * 60));
        return Arbitraries.oneOf(anywhere, odd, switches);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 48).map(Duration::ofHours),
                Arbitraries.longs().between(0, 4_000_000).map(Duration::ofSeconds),
                Arbitraries.longs().between(0, 200_000_000_000_000L).map(Duration::ofNanos));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "UTC",
                        "Europe/Prague",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/Sao_Paulo",
                        "Asia/Kathmandu",
                        "America/Havana",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago")
                .map(ZoneId::of);
        return Combinators.combine(zones, weeks(), holidays(), specialHours())
                .as((zone, week, holidays, special) -> WorkingCalendar.of("any", zone, week, holidays, special));
    }

    private static Arbitrary<Week> weeks() {
        Arbitrary<Map<DayOfWeek, List<TimeRange>>> days = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours(0));
        Arbitrary<Week> any = days.filter(week -> week.values().stream().anyMatch(hours -> !hours.isEmpty()))
                .map(week -> new Week(new EnumMap<>(week)));
        Week office = Week.parse(Map.of("mon-fri", List.of("08:00-12:00", "13:00-17:00")));
        Week nights = Week.parse(Map.of("daily", List.of("22:00-06:00")));
        return Arbitraries.oneOf(any, Arbitraries.of(Week.ALWAYS, office, nights));
    }

    /** Every two quarters of an hour make a range; what is left over, or the last one, runs overnight. */
    private static List<TimeRange> ranges(Set<Integer> quarters, boolean overnight) {
        List<Integer> times =
                quarters.stream().sorted().map(quarter -> quarter * 900).toList();
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = overnight ? 1 : 0; i + 1 < times.size(); i += 2) {
            ranges.add(new TimeRange(times.get(i), times.get(i + 1)));
        }
        if (overnight && times.size() >= 2 && times.size() % 2 == 0) {
            ranges.add(new TimeRange(times.getLast(), times.getFirst()));
        }
        return ranges;
    }

    private static Arbitrary<List<TimeRange>> hours(int least) {
        return Arbitraries.integers()
                .between(0, 95)
                .set()
                .ofMinSize(least)
                .ofMaxSize(6)
                .flatMap(quarters -> Arbitraries.of(true, false).map(overnight -> ranges(quarters, overnight)));
    }

    /** Other hours on dates of the same years, some of them holidays, and on some of the yearly holidays. */
    private static Arbitrary<SpecialHours> specialHours() {
        Arbitrary<LocalDate> dates = Arbitraries.longs()
                .between(0, 1100)
                .map(day -> LocalDate.of(2017, 12, 20).plusDays(day));
        Arbitrary<MonthDay> days = Arbitraries.of("--12-24", "--12-25", "--02-29", "--10-28", "--11-04")
                .map(MonthDay::parse);
        return Combinators.combine(
                        Arbitraries.maps(dates, hours(3)).ofMaxSize(20),
                        Arbitraries.maps(days, hours(3)).ofMaxSize(3))
                .as(SpecialHours::new);
    }

    private static Arbitrary<Holidays> holidays() {
        Arbitrary<Holiday> once = Combinators.combine(
                        Arbitraries.longs().between(0, 1100),
                        Arbitraries.longs().between(0, 9))
                .as((day, more) -> {
                    LocalDate from = LocalDate.of(2017, 12, 20).plusDays(day);
                    return new Holiday.SingleHoliday(from, from.plusDays(more), "", "test");
                });
        Arbitrary<Holiday> yearly = Arbitraries.of("--12-25", "--02-29", "--10-28", "--11-04")
                .map(day -> new Holiday.YearlyHoliday(MonthDay.parse(day), 0, "", "test"));
        return Arbitraries.oneOf(once, yearly).list().ofMaxSize(8).map(Holidays::of);
    }
}
