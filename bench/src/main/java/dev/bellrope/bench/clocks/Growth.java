package dev.bellrope.bench.clocks;

import dev.bellrope.bench.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The backlog of {@link DueClocks} while more and more clocks are armed that are not due for years. */
public final class Growth {
    private static final double MOST = 1.25;

    private static final String ARM_FAR = """
            insert into alarm (kind, key, step, cycle, at)
            select 'ticket', 'far-' || n, 'target:resolve:100', 1, timestamptz '2090-01-01 00:00:00Z' + n * interval '1 second'
            from generate_series(1, cast(:count as integer)) as n
            """;

    private Growth() {}

    public static Finding measure(Contest contest) {
        int timers = contest.sized(100, 5_000);
        List<Integer> sizes = Stream.of(
                        contest.sized(1_000, 10_000), contest.sized(10_000, 100_000), contest.sized(10_000, 1_000_000))
                .distinct()
                .toList();
        List<String> notes = new ArrayList<>(List.of(
                "the further clocks are rows of the alarm table; their tickets are not there, and none strikes"));
        List<Finding.Figure> figures = new ArrayList<>();
        for (int size : sizes) {
            Finding.Figure one = contest.ours(
                    (contestant, database, more) -> {
                        database.client().sql(ARM_FAR).param("count", size).update();
                        return DueClocks.run(contest, contestant, database, timers, more);
                    },
                    notes);
            figures.add(new Finding.Figure(String.format("%,d more clocks", size), one.values(), ""));
        }
        double fastest = figures.stream().mapToDouble(Growth::rate).max().orElseThrow();
        double slowest = figures.stream().mapToDouble(Growth::rate).min().orElseThrow();
        return new Finding(
                "growth",
                "a backlog of " + timers + " due clocks, with further clocks armed far ahead",
                figures,
                List.of(new Finding.Goal(
                        "within " + MOST + " times from least to most",
                        String.format("%.2f", fastest / slowest),
                        fastest / slowest <= MOST)),
                notes);
    }

    private static double rate(Finding.Figure figure) {
        Map<String, Double> values = figure.values();
        return values.getOrDefault(DueClocks.RATE, Double.NaN);
    }
}
