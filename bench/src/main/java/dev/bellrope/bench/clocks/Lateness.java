package dev.bellrope.bench.clocks;

import dev.bellrope.bench.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks that come due evenly: how long after its due instant the effect of each was committed. */
public final class Lateness {
    private static final String P50 = "p50 ms";
    private static final String P99 = "p99 ms";
    private static final String MAX = "max ms";
    private static final String EARLY = "before time";
    private static final double WANTED = 25;
    private static final Duration APART = Duration.ofMillis(10);
    private static final Duration BREATH = Duration.ofSeconds(3);

    private static final String LATENESS = """
            select percentile_disc(0.5) within group (order by late) as p50, percentile_disc(0.99) within group (order by late) as p99,
                   max(late) as longest, count(*) filter (where early) as early
            from (select extract(epoch from committed_at - due_at) * 1000 as late, began_at < due_at as early
                  from struck where due_at >= :first) as one
            """;

    private Lateness() {}

    public static Finding measure(Contest contest) {
        int timers = contest.sized(100, 3_000);
        List<String> notes = new ArrayList<>(
                List.of(
                        "from the due instant to the commit, as PostgreSQL keeps the time of commits; the same for all",
                        "db-scheduler polls every 100 ms, JobRunr every 5 s, the shortest that it accepts; the limit looks again every millisecond"));
        List<Finding.Figure> figures = contest.holdAgain(
                (contestant, database, more) -> run(contest, contestant, database, timers, more), notes);
        return new Finding(
                "lateness",
                timers + " clocks due " + APART.toMillis() + " ms after each other",
                figures,
                goals(figures),
                notes);
    }

    static Map<String, Double> run(
            Contest contest, Contestant contestant, Arena.Database database, int timers, List<String> notes) {
        // Each due at another instant, so that Bellrope's are all really declared.
        int warmUp = timers / 5;
        Instant before = Instant.now();
        contestant.arm(evenly(before.minusSeconds(3600), warmUp));
        Duration arming = Duration.between(before, Instant.now()).multipliedBy(6);
        contestant.go();
        contest.await(database, warmUp);
        contestant.rest();
        Instant first = Instant.now().plus(arming).plus(BREATH).truncatedTo(ChronoUnit.MILLIS);
        contestant.arm(evenly(first, timers));
        if (Instant.now().isAfter(first.minus(BREATH.dividedBy(2)))) {
            notes.add(contestant.name() + ": was armed too late, so its figures mean nothing");
        }
        Statements.reset(database.client());
        contestant.go();
        Duration until = Duration.between(Instant.now(), first).plus(APART.multipliedBy(timers));
        boolean all = contest.await(database, warmUp + timers, until.plus(contest.longest()));
        contestant.rest();
        if (!all) {
            notes.add(contestant.name() + ": no figure, not all struck in time");
            return Map.of();
        }
        contest.listStatements(contestant, database.client());
        contestant.mistakes(warmUp + timers).forEach(mistake -> notes.add(contestant.name() + ": WRONG, " + mistake));
        return figures(database.client(), first);
    }

    private static List<Instant> evenly(Instant first, int timers) {
        List<Instant> due = new ArrayList<>();
        for (int i = 0; i < timers; i++) {
            due.add(first.plus(APART.multipliedBy(i)));
        }
        return due;
    }

    private static Map<String, Double> figures(JdbcClient client, Instant first) {
        return client.sql(LATENESS)
                .param("first", first.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    Map<String, Double> values = new LinkedHashMap<>();
                    values.put(P50, row.getDouble("p50"));
                    values.put(P99, row.getDouble("p99"));
                    values.put(MAX, row.getDouble("longest"));
                    values.put(EARLY, row.getDouble("early"));
                    return values;
                })
                .single();
    }

    private static List<Finding.Goal> goals(List<Finding.Figure> figures) {
        Map<String, Double> ours = figures.getFirst().values();
        double p99 = ours.getOrDefault(P99, Double.NaN);
        List<Finding.Goal> goals = new ArrayList<>();
        goals.add(new Finding.Goal("p99 under 25 ms", "%.1f ms".formatted(p99), p99 < WANTED));
        figures.stream()
                .filter(figure -> figure.contestant().equals("Quartz"))
                .mapToDouble(figure -> figure.values().getOrDefault(P99, Double.NaN))
                .forEach(quartz -> goals.add(new Finding.Goal(
                        "p99 no worse than Quartz's", "%.1f ms beside %.1f ms".formatted(p99, quartz), p99 <= quartz)));
        double early = ours.getOrDefault(EARLY, Double.NaN);
        goals.add(new Finding.Goal("nothing before its time", "%.0f".formatted(early), early == 0));
        return goals;
    }
}
