package dev.bellrope.bench.intake;

import com.zaxxer.hikari.HikariDataSource;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Scene;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.Statements;
import dev.bellrope.bench.server.Company;
import dev.bellrope.bench.server.Serving;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signals accepted a second, each with all that becomes of it in the database before the answer; beside writing the same rows only. */
public final class Intake {
    private static final int BATCH = 100;
    private static final double OF_LIMIT_BATCHES = 0.4;
    private static final double OF_LIMIT_SINGLES = 0.3;

    private final Scene scene;
    private final Sender sender;

    private Intake(Scene scene, Sender sender) {
        this.scene = scene;
        this.sender = sender;
    }

    public static Finding measure(Scene scene) {
        int accounts = scene.sized(100, 1_000);
        int batches = scene.sized(10, 200);
        int singles = scene.sized(500, 10_000);
        try (Arena.Database database = scene.arena().create();
                Serving serving = Serving.start(database, scene.home(), Clock.systemUTC());
                HikariDataSource pool = database.pool()) {
            serving.rest();
            Scene.say("a company with %,d accounts".formatted(accounts));
            int warmUp = batches * BATCH / 5;
            moveIn(serving, accounts, warmUp + batches * BATCH + singles);
            Scene.say("to warm up");
            Intake intake = new Intake(scene, sender(serving, accounts));
            intake.sender.send(Sender.events(0, warmUp / 2), BATCH);
            intake.sender.send(Sender.events(warmUp / 2, warmUp), 1);
            List<Finding.Figure> figures = new ArrayList<>();
            List<Finding.Goal> goals = new ArrayList<>();
            List<Event> many = Sender.events(warmUp, warmUp + batches * BATCH);
            figures.addAll(intake.compare(database, pool, many, BATCH, "batches of " + BATCH));
            goals.add(goal("batches", figures, OF_LIMIT_BATCHES));
            List<Event> single = Sender.events(warmUp + batches * BATCH, warmUp + batches * BATCH + singles);
            figures.addAll(intake.compare(database, pool, single, 1, "singles"));
            goals.add(goal("singles", figures.subList(2, 4), OF_LIMIT_SINGLES));
            intake.sender.close();
            return new Finding(
                    "intake",
                    "signals by HTTP on %d connections, %,d in batches of %d and %,d singles; one in %d begins an escalation"
                            .formatted(Connections.MANY, many.size(), BATCH, singles, Event.ESCALATES),
                    figures,
                    goals,
                    List.of(
                            "accepted is what is in the database when the answer comes; the sender runs on the same machine, in the same process",
                            "the limit writes the rows that became of the signals once more, read back from the tables, into the same tables,"
                                    + " emptied before; one transaction a batch or a single, a pool of the same size, no HTTP",
                            "Bellrope handles a batch in one transaction too, and each of its signals by itself when one of them fails"));
        }
    }

    private static Sender sender(Serving serving, int accounts) {
        String token =
                serving.get(Tokens.class).issue("bench", Role.AGENT, EnumSet.of(Scope.SIGNALS_WRITE), Optional.empty());
        return new Sender(serving.url("/"), token, accounts);
    }

    private static void moveIn(Serving serving, int accounts, int signals) {
        Company company = new Company(serving);
        company.moveIn();
        for (int number = 0; number < accounts; number++) {
            company.account("account" + number);
        }
        Sender.events(0, signals).stream()
                .filter(Event::escalates)
                .forEach(event -> company.account(event.account(accounts)));
    }

    /** Ours and the limit, on the same tables, which are empty both times. */
    private List<Finding.Figure> compare(
            Arena.Database database, HikariDataSource pool, List<Event> events, int size, String name) {
        WrittenRows.take(pool);
        Scene.say(name + ", Bellrope");
        database.settle();
        Statements.reset(database.client());
        double ours = events.size() / sender.send(events, size);
        double statements = 1.0 * Statements.count(database.client()) / events.size();
        list(database);
        check(database, events);
        WrittenRows written = WrittenRows.take(pool);
        Scene.say(name + ", the limit");
        database.settle();
        Statements.reset(database.client());
        double limit =
                events.size() / Connections.seconds(Sender.groups(events, size), group -> written.write(pool, group));
        double ofLimit = 1.0 * Statements.count(database.client()) / events.size();
        list(database);
        check(database, events);
        double rows = 1.0 * written.count() / events.size();
        return List.of(
                new Finding.Figure("Bellrope, " + name, values(ours, statements, rows, ours / limit), ""),
                new Finding.Figure("plain JDBC, " + name, values(limit, ofLimit, rows, 1), ""));
    }

    private void list(Arena.Database database) {
        if (scene.listsStatements()) {
            Statements.list(database.client()).forEach(statement -> System.out.println("    " + statement));
        }
    }

    private static Map<String, Double> values(double rate, double statements, double rows, double share) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("signals/s", rate);
        values.put("statements each", statements);
        values.put("rows each", rows);
        values.put("of the limit", share);
        return values;
    }

    /** Both must have left the same behind, or the figures mean nothing. */
    private static void check(Arena.Database database, List<Event> events) {
        long escalating = events.stream().filter(Event::escalates).count();
        expect(database, "signal where state <> 'failed' and source = 'bench'", events.size());
        expect(database, "ticket", events.size() - escalating);
        expect(database, "escalation", escalating);
    }

    private static void expect(Arena.Database database, String of, long wanted) {
        long found = database.client()
                .sql("select count(*) from " + of)
                .query(Long.class)
                .single();
        if (found != wanted) {
            throw new IllegalStateException("there are %d of %s instead of %d".formatted(found, of, wanted));
        }
    }

    private static Finding.Goal goal(String what, List<Finding.Figure> figures, double least) {
        return Finding.Goal.atLeast(
                what + ": at least " + least + " of the limit",
                least,
                figures.getFirst().values().getOrDefault("of the limit", Double.NaN));
    }
}
