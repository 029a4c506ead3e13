package dev.bellrope.bench.clocks;

import dev.bellrope.bench.Extent;
import dev.bellrope.bench.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one contestant after the other do the same, Bellrope first, each on a new database of the one server. */
public final class Contest {
    private static final List<BiFunction<Arena.Database, Payload, Contestant>> PEERS =
            List.of(DbScheduler::new, QuartzClocks::new, JobRunrClocks::new, FlowableClocks::new, PlainJdbc::new);

    /** How often is looked whether all have struck. When they did is read from the commits, so this does not blur the figures. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Arena arena;
    private final Path home;
    private final Extent extent;
    private final boolean statements;
    private Optional<Payload> payload = Optional.empty();

    public Contest(Arena arena, Path home, Extent extent, boolean statements) {
        this.arena = arena;
        this.home = home;
        this.extent = extent;
        this.statements = statements;
    }

    /** The one number for a quick run, the other for figures. */
    int sized(int quick, int full) {
        return extent.of(quick, full);
    }

    /** How long a contestant may take; one that is slower is stopped, and its figure is of what it did until then. */
    Duration longest() {
        return Duration.ofSeconds(extent == Extent.FULL ? 60 : 15);
    }

    /** What is done with each contestant, and the figures that come of it. */
    interface Discipline {
        Map<String, Double> run(Contestant contestant, Arena.Database database, List<String> notes);
    }

    List<Finding.Figure> hold(Discipline discipline, List<String> notes) {
        List<Finding.Figure> figures = new ArrayList<>();
        figures.add(ours(discipline, notes));
        Payload same = payload.orElseThrow();
        PEERS.forEach(peer -> figures.add(tried(peer, same, discipline, notes)));
        return figures;
    }

    /** The same; in a smoke run beside the limit only, since some peers take long to start, and are tried by another row. */
    List<Finding.Figure> holdAgain(Discipline discipline, List<String> notes) {
        if (extent != Extent.SMOKE) {
            return hold(discipline, notes);
        }
        Finding.Figure ours = ours(discipline, notes);
        return List.of(ours, tried(PlainJdbc::new, payload.orElseThrow(), discipline, notes));
    }

    Finding.Figure ours(Discipline discipline, List<String> notes) {
        Arena.Database database = arena.create();
        try (BellropeClocks bellrope = new BellropeClocks(database, home)) {
            Finding.Figure figure = figure(bellrope, database, discipline, notes);
            payload = Optional.of(bellrope.payload());
            return figure;
        }
    }

    /** A peer that cannot be measured must not take the others' figures with it; the table says so. */
    private Finding.Figure tried(
            BiFunction<Arena.Database, Payload, Contestant> peer,
            Payload same,
            Discipline discipline,
            List<String> notes) {
        Arena.Database database = arena.create();
        Contestant contestant = peer.apply(database, same);
        Map<String, Double> values = Map.of();
        try (contestant) {
            values = figure(contestant, database, discipline, notes).values();
        } catch (RuntimeException failed) {
            notes.add(contestant.name() + (values.isEmpty() ? ": no figure, " : ": did not stop cleanly, ") + failed);
        }
        return new Finding.Figure(contestant.name(), values, contestant.settings());
    }

    private static Finding.Figure figure(
            Contestant contestant, Arena.Database database, Discipline discipline, List<String> notes) {
        System.err.println("  " + contestant.name() + " ...");
        return new Finding.Figure(
                contestant.name(), discipline.run(contestant, database, notes), contestant.settings());
    }

    /** Waits until so many have struck; false when that takes too long. */
    boolean await(Arena.Database database, int timers) {
        return await(database, timers, longest());
    }

    boolean await(Arena.Database database, int timers, Duration longest) {
        JdbcClient client = database.client();
        long end = System.nanoTime() + longest.toNanos();
        while (count(client) < timers) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** For whoever wants to know where the time goes. */
    void listStatements(Contestant contestant, JdbcClient client) {
        if (statements) {
            System.out.println(contestant.name());
            Statements.list(client).forEach(statement -> System.out.println("    " + statement));
        }
    }

    static long count(JdbcClient client) {
        return client.sql("select count(*) from struck").query(Long.class).single();
    }

    static Instant lastCommit(JdbcClient client) {
        return client.sql("select max(committed_at) from struck")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
