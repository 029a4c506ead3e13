package dev.bellrope.app.insights;

import static dev.bellrope.app.insights.Figure.FigureColumn.count;
import static dev.bellrope.app.insights.Figure.FigureColumn.time;

import dev.bellrope.app.escalations.OpenedTickets.OpenedCount;
import dev.bellrope.app.insights.Figure.FigureColumn;
import dev.bellrope.app.insights.Figure.FigureLine;
import dev.bellrope.app.insights.Figure.FigureUnit;
import dev.bellrope.app.insights.FigureTable.PromiseCounts;
import dev.bellrope.app.insights.FigureTable.Spread;
import dev.bellrope.app.insights.FigureTable.Tally;
import dev.bellrope.app.insights.FigureTable.TallyKind;
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

/** Builds figures from counts. */
final class Figures {
    /** The number of handoffs from which on all escalations share one row. */
    static final int MOST_HANDED = 3;

    /** Orders rows by count, the highest first. */
    private static final Comparator<FigureLine> MOST_FIRST =
            Comparator.comparingLong(FigureLine::count).reversed().thenComparing(FigureLine::point);

    private Figures() {}

    static Figure elapsed(FigureTopic topic, Period period, List<Spread> spreads) {
        List<Spread> ours =
                spreads.stream().filter(one -> one.of().equals(topic.name())).toList();
        List<Period> steps = period.steps();
        List<FigureLine> rows = Stream.iterate(0, step -> step < steps.size(), step -> step + 1)
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

    static Figure stays(FigureTopic topic, List<Spread> spreads) {
        String of = topic == FigureTopic.STAY_BY_LEVEL ? "ladder" : "states";
        List<Spread> ours = spreads.stream().filter(one -> one.of().equals(of)).toList();
        List<FigureLine> rows = ours.stream()
                .filter(one -> one.recent() && !one.name().isEmpty())
                .map(one -> FigureLine.of(
                        one.name(),
                        one.escalations(),
                        one.median(),
                        one.p90(),
                        ours.stream()
                                .filter(other -> !other.recent() && other.name().equals(one.name()))
                                .map(Spread::median)
                                .findFirst()
                                .orElse(null)))
                .sorted(Comparator.comparing(FigureLine::point))
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

    private static FigureLine spread(String point, @Nullable Spread spread) {
        return spread == null
                ? FigureLine.of(point, 0, null, null)
                : FigureLine.of(point, spread.escalations(), spread.median(), spread.p90());
    }

    private static FigureLine stay(@Nullable Spread spread) {
        return spread == null
                ? FigureLine.of("", 0, null, null, null)
                : FigureLine.of("", spread.escalations(), spread.median(), spread.p90(), null);
    }

    static Figure kept(FigureTopic topic, Function<PromiseCounts, String> by, List<PromiseCounts> promises) {
        Map<String, FigureLine> rows = new TreeMap<>();
        promises.stream().filter(PromiseCounts::recent).map(by).distinct().forEach(point -> {
            Predicate<PromiseCounts> ours = one -> by.apply(one).equals(point);
            FigureLine recent = kept(point, promises, ours.and(PromiseCounts::recent));
            FigureLine before = kept(point, promises, ours.and(one -> !one.recent()));
            rows.put(
                    point,
                    FigureLine.of(
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
                        new FigureColumn("share", FigureUnit.SHARE),
                        new FigureColumn("share_before", FigureUnit.SHARE)),
                rows.values().stream().filter(line -> line.count() > 0).toList(),
                kept("", promises, PromiseCounts::recent),
                kept("", promises, one -> !one.recent()));
    }

    private static FigureLine kept(String point, List<PromiseCounts> promises, Predicate<PromiseCounts> wanted) {
        long met =
                promises.stream().filter(wanted).mapToLong(PromiseCounts::met).sum();
        long missed = promises.stream()
                .filter(wanted)
                .mapToLong(PromiseCounts::missed)
                .sum();
        return FigureLine.of(point, met + missed, met, share(met, met + missed), null);
    }

    static Figure volume(Period period, List<Tally> tallies) {
        List<Tally> ours = of(TallyKind.STEP, tallies);
        List<Period> steps = period.steps();
        List<FigureLine> rows = Stream.iterate(0, step -> step < steps.size(), step -> step + 1)
                .map(step -> volume(
                        steps.get(step).first().toString(),
                        ours,
                        one -> one.recent() && one.point().equals(String.valueOf(step + 1))))
                .toList();
        return new Figure(
                FigureTopic.VOLUME,
                Stream.concat(
                                Stream.of(count("escalations")),
                                Arrays.stream(Severity.values()).map(severity -> count(severity.name())))
                        .toList(),
                rows,
                volume("", ours, Tally::recent),
                volume("", ours, one -> !one.recent()));
    }

    private static FigureLine volume(String point, List<Tally> tallies, Predicate<Tally> wanted) {
        Stream<Long> bySeverity = Arrays.stream(Severity.values())
                .map(severity ->
                        sum(tallies, wanted.and(one -> one.severity().equals(severity.name())), Tally::escalations));
        return FigureLine.of(
                point,
                Stream.concat(Stream.of(sum(tallies, wanted, Tally::escalations)), bySeverity)
                        .toArray(Number[]::new));
    }

    static Figure rate(FigureTopic topic, List<Tally> tallies, List<OpenedCount> tickets) {
        boolean byAccount = topic == FigureTopic.RATE_BY_ACCOUNT;
        Function<OpenedCount, String> by = byAccount ? OpenedCount::account : OpenedCount::product;
        List<Tally> ours = of(byAccount ? TallyKind.ACCOUNT : TallyKind.PRODUCT, tallies);
        List<FigureLine> rows = ours.stream()
                .filter(Tally::recent)
                .map(one -> {
                    Predicate<Tally> before =
                            other -> !other.recent() && other.point().equals(one.point());
                    long opened =
                            tickets(tickets, true, ticket -> by.apply(ticket).equals(one.point()));
                    return FigureLine.named(
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
                        new FigureColumn("rate", FigureUnit.RATE),
                        new FigureColumn("rate_before", FigureUnit.RATE)),
                rows,
                rate(ours, tickets, true),
                rate(ours, tickets, false));
    }

    private static FigureLine rate(List<Tally> tallies, List<OpenedCount> tickets, boolean recent) {
        long escalations = sum(tallies, one -> one.recent() == recent, Tally::escalations);
        long opened = tickets(tickets, recent, ticket -> true);
        return FigureLine.of("", escalations, opened, rate(escalations, opened), null);
    }

    static Figure handoffs(List<Tally> tallies) {
        List<Tally> ours = of(TallyKind.HANDED, tallies);
        List<FigureLine> rows = Stream.iterate(0, handed -> handed <= MOST_HANDED, handed -> handed + 1)
                .map(String::valueOf)
                .map(handed -> FigureLine.of(
                        handed,
                        sum(ours, one -> one.recent() && one.point().equals(handed), Tally::escalations),
                        sum(ours, one -> one.recent() && one.point().equals(handed), Tally::handoffs),
                        sum(ours, one -> !one.recent() && one.point().equals(handed), Tally::escalations)))
                .toList();
        return new Figure(
                FigureTopic.HANDOFFS,
                List.of(count("escalations"), count("handoffs"), count("escalations_before")),
                rows,
                handoffs(ours, true),
                handoffs(ours, false));
    }

    private static FigureLine handoffs(List<Tally> tallies, boolean recent) {
        Predicate<Tally> wanted = one -> one.recent() == recent;
        return FigureLine.of("", sum(tallies, wanted, Tally::escalations), sum(tallies, wanted, Tally::handoffs), null);
    }

    static Figure load(List<Tally> tallies, Function<String, String> nameOf) {
        List<Tally> ours = of(TallyKind.OWNER, tallies);
        List<FigureLine> rows = ours.stream()
                .filter(Tally::recent)
                .map(Tally::point)
                .distinct()
                .map(owner -> {
                    Predicate<Tally> theirs = one -> one.point().equals(owner);
                    return FigureLine.named(
                            owner,
                            nameOf.apply(owner),
                            sum(ours, theirs.and(Tally::recent), Tally::escalations),
                            sum(ours, theirs.and(Tally::recent), Figures::weight),
                            sum(ours, theirs.and(one -> !one.recent()), Figures::weight));
                })
                .sorted(Comparator.comparingDouble(
                                (FigureLine line) -> -line.find(1).orElse(0.0))
                        .thenComparing(FigureLine::point))
                .toList();
        return new Figure(
                FigureTopic.LOAD,
                List.of(
                        count("escalations"),
                        new FigureColumn("weight", FigureUnit.WEIGHT),
                        new FigureColumn("weight_before", FigureUnit.WEIGHT)),
                rows,
                load(ours, true),
                load(ours, false));
    }

    private static FigureLine load(List<Tally> tallies, boolean recent) {
        Predicate<Tally> wanted = one -> one.recent() == recent;
        return FigureLine.of("", sum(tallies, wanted, Tally::escalations), sum(tallies, wanted, Figures::weight), null);
    }

    private static long weight(Tally tally) {
        return tally.escalations() * Roster.weight(Severity.valueOf(tally.severity()));
    }

    private static List<Tally> of(TallyKind kind, List<Tally> tallies) {
        return tallies.stream().filter(one -> one.kind() == kind).toList();
    }

    private static long sum(List<Tally> tallies, Predicate<Tally> wanted, ToLongFunction<Tally> value) {
        return tallies.stream().filter(wanted).mapToLong(value).sum();
    }

    private static long tickets(List<OpenedCount> tickets, boolean recent, Predicate<OpenedCount> wanted) {
        return tickets.stream()
                .filter(one -> one.recent() == recent)
                .filter(wanted)
                .mapToLong(OpenedCount::tickets)
                .sum();
    }

    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : part / (double) all;
    }

    private static @Nullable Double rate(long escalations, long tickets) {
        return tickets == 0 ? null : 100.0 * escalations / tickets;
    }
}
