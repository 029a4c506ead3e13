package dev.bellrope.bench;

import dev.bellrope.bench.clocks.DueClocks;
import dev.bellrope.bench.clocks.Growth;
import dev.bellrope.bench.clocks.Lateness;
import dev.bellrope.bench.decisions.DecisionsRow;
import dev.bellrope.bench.intake.Intake;
import dev.bellrope.bench.pages.FirstVisit;
import dev.bellrope.bench.pages.Pages;
import dev.bellrope.bench.replay.Replaying;
import dev.bellrope.bench.start.Starting;
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
    static final Map<String, Function<Scene, Finding>> ROWS = rows();

    @Option(names = "--quick", description = "a run of about three minutes; its figures mean little")
    boolean quick;

    @Option(names = "--only", split = ",", description = "the rows to measure, separated by commas; otherwise all")
    @Nullable Set<String> only;

    @Option(names = "--json", description = "where the figures are written as JSON; otherwise target/bench.json")
    @Nullable Path json;

    @Option(names = "--markdown", description = "where the tables are also written as Markdown")
    @Nullable Path markdown;

    @Option(names = "--statements", description = "also lists the statements that each contestant sent, by their time")
    boolean statements;

    private static Map<String, Function<Scene, Finding>> rows() {
        Map<String, Function<Scene, Finding>> rows = new LinkedHashMap<>();
        rows.put("due-clocks", scene -> DueClocks.measure(scene.contest()));
        rows.put("lateness", scene -> Lateness.measure(scene.contest()));
        rows.put("growth", scene -> Growth.measure(scene.contest()));
        rows.put("intake", Intake::measure);
        rows.put("replay", Replaying::measure);
        rows.put("working-time", WorkingTimeRow::measure);
        rows.put("decisions", DecisionsRow::measure);
        rows.put("pages", Pages::measure);
        rows.put("first-visit", FirstVisit::measure);
        rows.put("start", Starting::measure);
        return rows;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, URISyntaxException {
        List<String> unknown = only == null
                ? List.of()
                : only.stream().filter(row -> !ROWS.containsKey(row)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no row " + unknown + "; there are " + ROWS.keySet());
            return 2;
        }
        Path classes = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path target = Objects.requireNonNull(classes.getParent());
        Map<String, Object> about = Machine.describe();
        about.put("quick", quick);
        List<Finding> findings = new ArrayList<>();
        Scene scene = new Scene(target, quick ? Extent.QUICK : Extent.FULL, statements, about);
        ROWS.forEach((row, measure) -> {
            if (only == null || only.contains(row)) {
                System.err.println(row);
                Finding finding = measure.apply(scene);
                findings.add(finding);
                // Said at once: a run takes minutes, and may be interrupted.
                Report.print(finding, System.out);
            }
        });
        about.put("loadAfter", Machine.load());
        System.out.println();
        about.forEach((what, value) -> System.out.println(what + ": " + value));
        Path file = json == null ? target.resolve("../../target/bench.json").normalize() : json;
        Report.write(file, about, findings);
        System.out.println();
        System.out.println("Written to " + file);
        if (markdown != null) {
            Report.writeMarkdown(markdown, about, findings);
            System.out.println("Written to " + markdown);
        }
        return 0;
    }
}
