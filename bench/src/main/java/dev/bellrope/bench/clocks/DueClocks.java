package dev.bellrope.bench.clocks;

import dev.bellrope.bench.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backlog of due clocks, as after an outage: how many strike a second, each with its full effect. */
public final class DueClocks {
    static final String RATE = "strikes/s";
    private static final String STATEMENTS = "statements each";
    private static final String TIMES = "Bellrope is";
    private static final int WARM_UP = 1_000;
    private static final double OVER_PEERS = 4.0;
    private static final double OF_LIMIT = 0.4;

    /** How many of the escalations are copies of one that was really declared, itself included. */
    private static final int COPIES = 10;

    private DueClocks() {}

    public static Finding measure(Contest contest) {
        int timers = contest.sized(300, 20_000);
        List<String> notes = new ArrayList<>(
                List.of(
                        "strikes/s: from the start of the clocks to the last commit; beforehand some strike to warm up",
                        "Bellrope: one in " + COPIES
                                + " escalations was declared by a signal, the others are row by row copies of it;"
                                + " each strike is the product's own, and also writes a strike row and an inbox row, which the others do not",
                        "the others write rows of the same length; db-scheduler, Quartz and JobRunr write the next timer in a transaction of its own"));
        List<Finding.Figure> figures =
                contest.hold((contestant, database, more) -> run(contest, contestant, database, timers, more), notes);
        return new Finding(
                "due clocks",
                "a backlog of " + timers + " due clocks with the full effect of a strike",
                compared(figures),
                goals(figures),
                notes);
    }

    static Map<String, Double> run(
            Contest contest, Contestant contestant, Arena.Database database, int timers, List<String> notes) {
        int warmUp = Math.min(WARM_UP, timers / 5);
        contestant.arm(overdue(warmUp));
        contestant.go();
        boolean warm = contest.await(database, warmUp);
        contestant.rest();
        if (!warm) {
            throw new IllegalStateException(contestant.name() + " did not even warm up");
        }
        contestant.arm(overdue(timers));
        return strike(contest, contestant, database, warmUp, timers, notes);
    }

    private static Map<String, Double> strike(
            Contest contest,
            Contestant contestant,
            Arena.Database database,
            int before,
            int timers,
            List<String> notes) {
        database.settle();
        Statements.reset(database.client());
        Instant start = Instant.now();
        contestant.go();
        boolean all = contest.await(database, before + timers);
        contestant.rest();
        JdbcClient client = database.client();
        long struck = Contest.count(client) - before;
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(
                RATE,
                struck
                        * 1e9
                        / Duration.between(start, Contest.lastCommit(client)).toNanos());
        values.put(STATEMENTS, Statements.count(client) * 1.0 / struck);
        contest.listStatements(contestant, client);
        if (all) {
            contestant
                    .mistakes(before + timers)
                    .forEach(mistake -> notes.add(contestant.name() + ": WRONG, " + mistake));
        } else {
            notes.add(contestant.name() + ": stopped after " + contest.longest().toSeconds() + " s and " + struck
                    + " strikes");
        }
        return values;
    }

    /** Due in the last hour, a millisecond after each other. */
    static List<Instant> overdue(int timers) {
        Instant first = Instant.now().minusSeconds(3600);
        List<Instant> due = new ArrayList<>();
        for (int i = 0; i < timers; i++) {
            due.add(first.plusMillis(i / COPIES));
        }
        return due;
    }

    private static List<Finding.Figure> compared(List<Finding.Figure> figures) {
        double ours = rate(figures.getFirst());
        return figures.stream()
                .map(figure -> {
                    Map<String, Double> values = new LinkedHashMap<>(figure.values());
                    if (!values.isEmpty()) {
                        values.put(TIMES, ours / rate(figure));
                    }
                    return new Finding.Figure(figure.contestant(), values, figure.settings());
                })
                .toList();
    }

    private static List<Finding.Goal> goals(List<Finding.Figure> figures) {
        double ours = rate(figures.getFirst());
        double limit = rate(figures.getLast());
        double fastest = figures.subList(1, figures.size() - 1).stream()
                .filter(figure -> !figure.values().isEmpty())
                .mapToDouble(DueClocks::rate)
                .max()
                .orElseThrow();
        return List.of(
                goal("at least %.1f times the fastest peer", OVER_PEERS, ours / fastest),
                goal("at least %.1f of the limit", OF_LIMIT, ours / limit));
    }

    private static Finding.Goal goal(String wanted, double least, double got) {
        return new Finding.Goal(String.format(wanted, least), String.format("%.2f", got), got >= least);
    }

    private static double rate(Finding.Figure figure) {
        return figure.values().getOrDefault(RATE, Double.NaN);
    }
}
