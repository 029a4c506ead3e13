package dev.bellrope.bench;

import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.Contest;
import dev.bellrope.bench.clocks.DueClocks;
import dev.bellrope.bench.clocks.Growth;
import dev.bellrope.bench.clocks.Lateness;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the measurements, and says of each where we stand beside the peers. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Bellrope beside what a team would use instead.")
public final class Bench implements Callable<Integer> {
    /** Those that need the database. */
    private static final Map<String, Function<Contest, Finding>> CLOCKS = clocks();

    private static final String WORKING_TIME = "working-time";

    @Option(names = "--quick", description = "a smoke run of less than two minutes; its figures mean little")
    boolean quick;

    @Option(names = "--only", split = ",", description = "the rows to measure, separated by commas; otherwise all")
    @Nullable Set<String> only;

    @Option(names = "--json", description = "where the figures are written as JSON; otherwise target/bench.json")
    @Nullable Path json;

    @Option(names = "--statements", description = "also lists the statements that each contestant sent, by their time")
    boolean statements;

    private static Map<String, Function<Contest, Finding>> clocks() {
        Map<String, Function<Contest, Finding>> rows = new LinkedHashMap<>();
        rows.put("due-clocks", DueClocks::measure);
        rows.put("lateness", Lateness::measure);
        rows.put("growth", Growth::measure);
        return rows;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, URISyntaxException {
        List<String> unknown = only == null
                ? List.of()
                : only.stream()
                        .filter(row -> !CLOCKS.containsKey(row) && !row.equals(WORKING_TIME))
                        .toList();
        if (!unknown.isEmpty()) {
            System.err.println(
                    "There is no row " + unknown + "; there are " + CLOCKS.keySet() + " and " + WORKING_TIME);
            return 2;
        }
        Path classes = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path target = Objects.requireNonNull(classes.getParent());
        Map<String, Object> about = Machine.describe();
        about.put("quick", quick);
        List<Finding> findings = new ArrayList<>();
        clocks(target, about, findings);
        if (isWanted(WORKING_TIME)) {
            found(WorkingTimeRow.measure(quick), findings);
        }
        about.put("loadAfter", Machine.load());
        System.out.println();
        about.forEach((what, value) -> System.out.println(what + ": " + value));
        Path file = json == null ? target.resolve("../../target/bench.json").normalize() : json;
        Report.write(file, about, findings);
        System.out.println();
        System.out.println("Written to " + file);
        return 0;
    }

    private void clocks(Path target, Map<String, Object> about, List<Finding> findings) {
        if (CLOCKS.keySet().stream().noneMatch(this::isWanted)) {
            return;
        }
        Arena arena = Arena.open(target.resolve("database").toAbsolutePath());
        about.put("database", arena.settings());
        Contest contest = new Contest(arena, target.resolve("home"), quick, statements);
        CLOCKS.forEach((row, measure) -> {
            if (isWanted(row)) {
                System.err.println(row);
                found(measure.apply(contest), findings);
            }
        });
    }

    /** Said at once: a run takes minutes, and may be interrupted. */
    private static void found(Finding finding, List<Finding> findings) {
        findings.add(finding);
        Report.print(finding, System.out);
    }

    private boolean isWanted(String row) {
        return only == null || only.contains(row);
    }
}
