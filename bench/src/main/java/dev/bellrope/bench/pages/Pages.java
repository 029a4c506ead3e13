package dev.bellrope.bench.pages;

import dev.bellrope.app.access.Role;
import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Scene;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.StandingClock;
import dev.bellrope.bench.clocks.Statements;
import dev.bellrope.bench.server.Company;
import dev.bellrope.bench.server.Serving;
import dev.bellrope.bench.server.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the pages take with few escalations and with many, on the whole application over HTTP. */
public final class Pages {
    private static final double MOST_MILLIS = 60;
    private static final double MOST_GROWTH = 1.3;
    private static final int OF_AN_ACCOUNT = 50;

    private Pages() {}

    /**
     * How large it gets.
     *
     * @param originals how many the application makes itself, of open and of closed ones each
     */
    private record Size(int originals, int open, int few, int many, int looks) {
        static Size of(Scene scene) {
            return switch (scene.extent()) {
                case FULL -> new Size(50, 1_000, 10_000, 100_000, 200);
                case QUICK -> new Size(10, 100, 1_000, 3_000, 20);
                case SMOKE -> new Size(2, 10, 100, 200, 2);
            };
        }
    }

    public static Finding measure(Scene scene) {
        Size size = Size.of(scene);
        StandingClock clock = new StandingClock();
        try (Arena.Database database = scene.arena().create();
                Serving serving = Serving.start(database, scene.home(), clock)) {
            serving.rest();
            long originals = originals(serving, clock, size);
            grow(database, originals, size, 0, size.few());
            try (Visitor engineer = Visitor.signIn(serving, Role.AGENT, "engineer7");
                    Visitor manager = Visitor.signIn(serving, Role.MANAGER, "manager1")) {
                Map<String, Looking.Seen> few =
                        look(scene, serving, database, pages(serving, engineer, manager, size.few()), size);
                String smaller = counted(serving);
                grow(database, originals, size, size.few(), size.many());
                Map<String, Looking.Seen> many =
                        look(scene, serving, database, pages(serving, engineer, manager, size.many()), size);
                return finding(few, smaller, many, counted(serving), size);
            }
        }
    }

    private static long originals(Serving serving, StandingClock clock, Size size) {
        Scene.say("escalations by the application itself");
        Originals originals = new Originals(serving, clock);
        Company company = new Company(serving);
        company.moveIn();
        for (int account = 0; account < size.many() / OF_AN_ACCOUNT; account++) {
            company.account("account" + account);
        }
        for (int i = 0; i < size.originals(); i++) {
            originals.closed(i, Duration.ofDays(40).plusHours(i));
        }
        for (int i = 0; i < size.originals(); i++) {
            originals.open(size.originals() + i, Duration.ofHours(10).plusMinutes(i));
        }
        clock.goOn();
        return serving.client()
                .sql("select max(number) from escalation")
                .query(Long.class)
                .single();
    }

    /** Open ones only at first: what is open at a time does not grow with the years. */
    private static void grow(Arena.Database database, long originals, Size size, int from, int to) {
        Scene.say("copies until there are %,d escalations".formatted(to));
        int firstAccount = from / OF_AN_ACCOUNT;
        int accounts = (to - from) / OF_AN_ACCOUNT;
        int wanted = to - from;
        if (from == 0) {
            Multiplied.write(database, originals, true, size.open() / size.originals() - 1, firstAccount, accounts);
            wanted -= size.open() + size.originals();
        }
        Multiplied.write(database, originals, false, wanted / size.originals(), firstAccount, accounts);
        database.settle();
    }

    private static List<Page> pages(Serving serving, Visitor engineer, Visitor manager, int escalations) {
        List<String> keys = serving.client()
                .sql("select key from escalation where number % 7 = 0")
                .query((row, number) -> row.getString(1))
                .list();
        int accounts = escalations / OF_AN_ACCOUNT;
        return List.of(
                new Page("my desk, engineer", engineer, random -> "/"),
                new Page("my desk, manager", manager, random -> "/"),
                new Page("board", manager, random -> "/escalations"),
                new Page("board of an account", manager, random -> "/escalations?account=" + account(random, accounts)),
                new Page(
                        "board of an owner",
                        manager,
                        random -> "/escalations?owner=engineer" + (1 + random.nextInt(Company.ENGINEERS))),
                new Page("board, declined ones", manager, random -> "/escalations?status=declined"),
                new Page("escalation", engineer, random -> "/escalations/" + keys.get(random.nextInt(keys.size()))),
                new Page("account", manager, random -> "/accounts/" + account(random, accounts)),
                new Page("accounts, searched", manager, random -> "/accounts?search=" + account(random, accounts)),
                new Page("people", manager, random -> "/people"),
                new Page("insights, 90 days", manager, random -> "/insights"),
                new Page("search, an account", manager, random -> "/search?q=account" + random.nextInt(accounts)),
                new Page("search, a common word", manager, random -> "/search?q=pool"),
                new Page("palette", engineer, random -> "/palette?q=esc-" + (1000 + random.nextInt(9000))),
                new Page("signals", manager, random -> "/signals"),
                new Page("messages", engineer, random -> "/messages"));
    }

    private static String account(Random random, int accounts) {
        return "account" + random.nextInt(accounts);
    }

    private static Map<String, Looking.Seen> look(
            Scene scene, Serving serving, Arena.Database database, List<Page> pages, Size size) {
        Looking looking = new Looking(
                serving, database, size.few() * 9L / 10, size.looks(), Duration.ofMillis(scene.sized(500, 500)));
        Map<String, Looking.Seen> seen = new LinkedHashMap<>();
        for (Page page : pages) {
            Scene.say(page.name());
            seen.put(page.name(), looking.at(page));
            if (scene.listsStatements()) {
                System.out.println(page.name());
                Statements.list(database.client()).forEach(one -> System.out.println("    " + one));
            }
        }
        return seen;
    }

    private static String counted(Serving serving) {
        return "%,d escalations, %,d of them open, with %,d events"
                .formatted(
                        count(serving, "escalation"),
                        count(serving, "escalation where over_at is null"),
                        count(serving, "escalation_event"));
    }

    private static long count(Serving serving, String of) {
        return serving.client()
                .sql("select count(*) from " + of)
                .query(Long.class)
                .single();
    }

    private static Finding finding(
            Map<String, Looking.Seen> few, String smaller, Map<String, Looking.Seen> many, String larger, Size size) {
        List<Finding.Figure> figures = new ArrayList<>();
        List<Finding.Goal> goals = new ArrayList<>();
        many.forEach((page, seen) -> {
            Looking.Seen before = few.get(page);
            Map<String, Double> values = seen.values();
            double growth = before == null ? Double.NaN : seen.p95() / before.p95();
            values.put("p95 to few", growth);
            figures.add(new Finding.Figure(page, values, ""));
            goals.add(new Finding.Goal(
                    page + ": p95 under 60 ms, at most 1.3 times that of few, no large table from end to end",
                    "%.1f ms, %.2f times, %s"
                            .formatted(seen.p95(), growth, seen.scanned().isEmpty() ? "none" : seen.scanned()),
                    seen.p95() < MOST_MILLIS
                            && growth <= MOST_GROWTH
                            && seen.scanned().isEmpty()));
        });
        return new Finding(
                "pages",
                larger + "; few are " + smaller,
                figures,
                goals,
                List.of(
                        size.originals() * 2
                                + " escalations were made by the application itself, the others are copies of them, row by row",
                        "from the request to the last byte over HTTP on the same machine, one look after the other, "
                                + size.looks() + " looks after half as many to warm up",
                        "queries and rows read: by all that one look asks, the session among it, as PostgreSQL counts them"));
    }
}
