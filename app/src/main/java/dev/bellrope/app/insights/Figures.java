package dev.bellrope.app.insights;

import static dev.bellrope.app.insights.Figure.Column.count;
import static dev.bellrope.app.insights.Figure.Column.time;

import dev.bellrope.app.escalations.OpenedTickets.Opened;
import dev.bellrope.app.insights.Figure.Column;
import dev.bellrope.app.insights.Figure.Line;
import dev.bellrope.app.insights.Figure.Unit;
import dev.bellrope.app.insights.FigureTable.Kind;
import dev.bellrope.app.insights.FigureTable.Promised;
import dev.bellrope.app.insights.FigureTable.Spread;
import dev.bellrope.app.insights.FigureTable.Tally;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes figures of what was counted. */
final class Figures {
    /** Three handoffs and more are one row. */
    static final int MOST_HANDED = 3;

    /** What counts most first. */
    private static final Comparator<Line> MOST_FIRST =
            Comparator.comparingLong(Line::count).reversed().thenComparing(Line::point);

    private Figures() {}

    static Figure elapsed(Topic topic, Period period, List<Spread> spreads) {
        List<Spread> ours =
                spreads.stream().filter(one -> one.of().equals(topic.name())).toList();
        List<Period> steps = period.steps();
        List<Line> rows = Stream.iterate(0, step -> step < steps.size(), step -> step + 1)
                .map(step -> spread(
                        steps.get(step).first().toString(),
                        ours.stream()
                                .filter(one -> one.recent() && one.name().equals(String.valueOf(step + 1)))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new Figure(
                topic,
                List.of(count("escalations"), time("median"), time("p90")),
                rows,
                spread("", whole(ours, true)),
                spread("", whole(ours, false)));
    }

    static Figure stays(Topic topic, List<Spread> spreads) {
        String of = topic == Topic.STAY_BY_LEVEL ? "ladder" : "states";
        List<Spread> ours = spreads.stream().filter(one -> one.of().equals(of)).toList();
        List<Line> rows = ours.stream()
                .filter(one -> one.recent() && !one.name().isEmpty())
                .map(one -> Line.of(
                        one.name(),
                        one.escalations(),
                        one.median(),
                        one.p90(),
                        ours.stream()
                                .filter(other -> !other.recent() && other.name().equals(one.name()))
                                .map(Spread::median)
                                .findFirst()
                                .orElse(null)))
                .sorted(Comparator.comparing(Line::point))
                .toList();
        return new Figure(
                topic,
                List.of(count("escalations"), time("median"), time("p90"), time("median_before")),
                rows,
                stay(whole(ours, true)),
                stay(whole(ours, false)));
    }

    private static @Nullable Spread whole(List<Spread> spreads, boolean recent) {
        return spreads.stream()
                .filter(one -> one.recent() == recent && one.name().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Line spread(String point, @Nullable Spread spread) {
        return spread == null
                ? Line.of(point, 0, null, null)
                : Line.of(point, spread.escalations(), spread.median(), spread.p90());
    }

    private static Line stay(@Nullable Spread spread) {
        return spread == null
                ? Line.of("", 0, null, null, null)
                : Line.of("", spread.escalations(), spread.median(), spread.p90(), null);
    }

    static Figure kept(Topic topic, Function<Promised, String> by, List<Promised> promises) {
        Map<String, Line> rows = new TreeMap<>();
        promises.stream().filter(Promised::recent).map(by).distinct().forEach(point -> {
            Predicate<Promised> ours = one -> by.apply(one).equals(point);
            Line recent = kept(point, promises, ours.and(Promised::recent));
            Line before = kept(point, promises, ours.and(one -> !one.recent()));
            rows.put(
                    point,
                    Line.of(
                            point,
                            recent.values().get(0),
                            recent.values().get(1),
                            recent.values().get(2),
                            before.values().get(2)));
        });
        return new Figure(
                topic,
                List.of(
                        count("promises"),
                        count("kept"),
                        new Column("share", Unit.SHARE),
                        new Column("share_before", Unit.SHARE)),
                rows.values().stream().filter(line -> line.count() > 0).toList(),
                kept("", promises, Promised::recent),
                kept("", promises, one -> !one.recent()));
    }

    private static Line kept(String point, List<Promised> promises, Predicate<Promised> wanted) {
        long met = promises.stream().filter(wanted).mapToLong(Promised::met).sum();
        long missed =
                promises.stream().filter(wanted).mapToLong(Promised::missed).sum();
        return Line.of(point, met + missed, met, share(met, met + missed), null);
    }

    static Figure volume(Period period, List<Tally> tallies) {
        List<Tally> ours = of(Kind.STEP, tallies);
        List<Period> steps = period.steps();
        List<Line> rows = Stream.iterate(0, step -> step < steps.size(), step -> step + 1)
                .map(step -> volume(
                        steps.get(step).first().toString(),
                        ours,
                        one -> one.recent() && one.point().equals(String.valueOf(step + 1))))
                .toList();
        return new Figure(
                Topic.VOLUME,
                Stream.concat(
                                Stream.of(count("escalations")),
                                Arrays.stream(Severity.values()).map(severity -> count(severity.name())))
                        .toList(),
                rows,
                volume("", ours, Tally::recent),
                volume("", ours, one -> !one.recent()));
    }

    private static Line volume(String point, List<Tally> tallies, Predicate<Tally> wanted) {
        Stream<Long> bySeverity = Arrays.stream(Severity.values())
                .map(severity ->
                        sum(tallies, wanted.and(one -> one.severity().equals(severity.name())), Tally::escalations));
        return Line.of(
                point,
                Stream.concat(Stream.of(sum(tallies, wanted, Tally::escalations)), bySeverity)
                        .toArray(Number[]::new));
    }

    static Figure rate(Topic topic, List<Tally> tallies, List<Opened> tickets) {
        boolean byAccount = topic == Topic.RATE_BY_ACCOUNT;
        Function<Opened, String> by = byAccount ? Opened::account : Opened::product;
        List<Tally> ours = of(byAccount ? Kind.ACCOUNT : Kind.PRODUCT, tallies);
        List<Line> rows = ours.stream()
                .filter(Tally::recent)
                .map(one -> {
                    Predicate<Tally> before =
                            other -> !other.recent() && other.point().equals(one.point());
                    long opened =
                            tickets(tickets, true, ticket -> by.apply(ticket).equals(one.point()));
                    return Line.named(
                            one.point(),
                            byAccount ? one.name() : one.point(),
                            one.escalations(),
                            opened,
                            rate(one.escalations(), opened),
                            rate(
                                    sum(ours, before, Tally::escalations),
                                    tickets(
                                            tickets,
                                            false,
                                            ticket -> by.apply(ticket).equals(one.point()))));
                })
                .sorted(MOST_FIRST)
                .toList();
        return new Figure(
                topic,
                List.of(
                        count("escalations"),
                        count("tickets"),
                        new Column("rate", Unit.RATE),
                        new Column("rate_before", Unit.RATE)),
                rows,
                rate(ours, tickets, true),
                rate(ours, tickets, false));
    }

    private static Line rate(List<Tally> tallies, List<Opened> tickets, boolean recent) {
        long escalations = sum(tallies, one -> one.recent() == recent, Tally::escalations);
        long opened = tickets(tickets, recent, ticket -> true);
        return Line.of("", escalations, opened, rate(escalations, opened), null);
    }

    static Figure handoffs(List<Tally> tallies) {
        List<Tally> ours = of(Kind.HANDED, tallies);
        List<Line> rows = Stream.iterate(0, handed -> handed <= MOST_HANDED, handed -> handed + 1)
                .map(String::valueOf)
                .map(handed -> Line.of(
                        handed,
                        sum(ours, one -> one.recent() && one.point().equals(handed), Tally::escalations),
                        sum(ours, one -> one.recent() && one.point().equals(handed), Tally::handoffs),
                        sum(ours, one -> !one.recent() && one.point().equals(handed), Tally::escalations)))
                .toList();
        return new Figure(
                Topic.HANDOFFS,
                List.of(count("escalations"), count("handoffs"), count("escalations_before")),
                rows,
                handoffs(ours, true),
                handoffs(ours, false));
    }

    private static Line handoffs(List<Tally> tallies, boolean recent) {
        Predicate<Tally> wanted = one -> one.recent() == recent;
        return Line.of("", sum(tallies, wanted, Tally::escalations), sum(tallies, wanted, Tally::handoffs), null);
    }

    static Figure load(List<Tally> tallies, Function<String, String> nameOf) {
        List<Tally> ours = of(Kind.OWNER, tallies);
        List<Line> rows = ours.stream()
                .filter(Tally::recent)
                .map(Tally::point)
                .distinct()
                .map(owner -> {
                    Predicate<Tally> theirs = one -> one.point().equals(owner);
                    return Line.named(
                            owner,
                            nameOf.apply(owner),
                            sum(ours, theirs.and(Tally::recent), Tally::escalations),
                            sum(ours, theirs.and(Tally::recent), Figures::weight),
                            sum(ours, theirs.and(one -> !one.recent()), Figures::weight));
                })
                .sorted(Comparator.comparingDouble((Line line) -> -line.find(1).orElse(0.0))
                        .thenComparing(Line::point))
                .toList();
        return new Figure(
                Topic.LOAD,
                List.of(
                        count("escalations"),
                        new Column("weight", Unit.WEIGHT),
                        new Column("weight_before", Unit.WEIGHT)),
                rows,
                load(ours, true),
                load(ours, false));
    }

    private static Line load(List<Tally> tallies, boolean recent) {
        Predicate<Tally> wanted = one -> one.recent() == recent;
        return Line.of("", sum(tallies, wanted, Tally::escalations), sum(tallies, wanted, Figures::weight), null);
    }

    private static long weight(Tally tally) {
        return tally.escalations() * Roster.weight(Severity.valueOf(tally.severity()));
    }

    private static List<Tally> of(Kind kind, List<Tally> tallies) {
        return tallies.stream().filter(one -> one.kind() == kind).toList();
    }

    private static long sum(List<Tally> tallies, Predicate<Tally> wanted, ToLongFunction<Tally> value) {
        return tallies.stream().filter(wanted).mapToLong(value).sum();
    }

    private static long tickets(List<Opened> tickets, boolean recent, Predicate<Opened> wanted) {
        return tickets.stream()
                .filter(one -> one.recent() == recent)
                .filter(wanted)
                .mapToLong(Opened::tickets)
                .sum();
    }

    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : part / (double) all;
    }

    private static @Nullable Double rate(long escalations, long tickets) {
        return tickets == 0 ? null : 100.0 * escalations / tickets;
    }
}
