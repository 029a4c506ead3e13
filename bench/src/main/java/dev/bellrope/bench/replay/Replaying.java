package dev.bellrope.bench.replay;

import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.app.history.Replay;
import dev.bellrope.app.history.log.Log;
import dev.bellrope.app.history.log.LogReader;
import dev.bellrope.app.history.log.Mapping;
import dev.bellrope.bench.Extent;
import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Percentiles;
import dev.bellrope.bench.Scene;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A real log of a helpdesk, from the file to the journal, beside reading and parsing that file. */
public final class Replaying {
    private static final double MOST = 4;

    private final Path log;
    private final Path mapping;
    private final Path playbook;
    private final Path folder;

    private Replaying(Scene scene, Path log) {
        this.log = log;
        this.mapping = scene.root().resolve("examples/servicenow.mapping.yaml");
        this.playbook = scene.root().resolve("examples/replay.playbook.yaml");
        this.folder = scene.home().resolveSibling("replay");
    }

    public static Finding measure(Scene scene) {
        if (scene.extent() == Extent.SMOKE) {
            try {
                return new Replaying(scene, writeFew(scene)).compare(scene);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        Path log = Optional.ofNullable(System.getenv("BELLROPE_SHARED"))
                .map(Path::of)
                .orElse(scene.root().resolve("../shared"))
                .resolve("data/servicenow-incidents/incidents.csv.gz")
                .normalize();
        if (!Files.exists(log)) {
            return new Finding(
                    "replay",
                    "not measured: the log of ServiceNow is not here; BELLROPE_SHARED names the folder that holds data/servicenow-incidents",
                    List.of(),
                    List.of(),
                    List.of());
        }
        try {
            return new Replaying(scene, log).compare(scene);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A made-up log of a few tickets, each of which is opened, worked on and resolved. */
    private static Path writeFew(Scene scene) throws IOException {
        Path log = scene.home().resolveSibling("few.csv.gz");
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(log)), StandardCharsets.UTF_8)) {
            out.write("""
                    number,incident_state,reassignment_count,reopen_count,opened_at,sys_updated_by,sys_updated_at,location,category,\
                    subcategory,impact,urgency,priority,assignment_group,assigned_to,closed_code,resolved_by,resolved_at,closed_at,made_sla
                    """);
            for (int hour = 0; hour < 10; hour++) {
                for (String state : List.of("New", "Active", "Resolved")) {
                    out.write("""
                            INC%1$d,%2$s,0,0,1/3/2016 %1$02d:00,Ben,1/3/2016 %1$02d:%3$02d,Prague,Payments,Checkout,1 - High,1 - High,\
                            1 - Critical,Platform,Ana,?,?,?,?,true
                            """.formatted(hour, state, state.length()));
                }
            }
        }
        return log;
    }

    /** Something that is timed. */
    private interface Work {
        void run() throws IOException;
    }

    private Finding compare(Scene scene) throws IOException {
        Files.createDirectories(folder);
        List<Finding.Figure> figures = new ArrayList<>();
        List<Finding.Goal> goals = new ArrayList<>();
        int times = scene.sized(1, 5);
        Scene.say("in one process");
        add("in one process, warm", seconds(times, this::replay), seconds(times, this::parse), figures, goals);
        if (scene.extent() == Extent.FULL) {
            Scene.say("as processes of their own");
            add(
                    "as a process of its own",
                    seconds(times, this::replayApart),
                    seconds(times, this::parseApart),
                    figures,
                    goals);
        }
        return new Finding(
                "replay",
                "a log of ServiceNow from the gzipped file to the journal, beside only reading and parsing it by FastCSV",
                figures,
                goals,
                List.of(
                        "seconds: the median of %d; before it, each was run once to warm up".formatted(times),
                        "a process of its own has the options of ./bellrope replay, and also writes the report"));
    }

    private static void add(
            String how, double ours, double parsing, List<Finding.Figure> figures, List<Finding.Goal> goals) {
        figures.add(new Finding.Figure("replay, " + how, values(ours, ours / parsing), ""));
        figures.add(new Finding.Figure("FastCSV, " + how, values(parsing, 1), ""));
        goals.add(Finding.Goal.atMost(how + ": at most " + MOST + " times the parsing", MOST, ours / parsing));
    }

    private static Map<String, Double> values(double seconds, double times) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("seconds", seconds);
        values.put("times parsing", times);
        return values;
    }

    private static double seconds(int times, Work work) throws IOException {
        work.run();
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        return new Percentiles(nanos).at(50) / 1e9;
    }

    private void parse() throws IOException {
        if (Parsing.characters(log) == 0) {
            throw new IllegalStateException("there is nothing in " + log);
        }
    }

    private void replay() throws IOException {
        Mapping rows =
                Objects.requireNonNull(Mapping.read(Files.readString(mapping)).mapping());
        Playbook rules = Objects.requireNonNull(new PlaybookReader(new CountryHolidays())
                .read(Files.readString(playbook), "replay")
                .playbook());
        Log read = LogReader.read(log, rows);
        try (Writer journal = Files.newBufferedWriter(folder.resolve("journal.txt"))) {
            Replay.run(read, rows, rules, journal, (heard, of) -> {});
        }
    }

    private void parseApart() throws IOException {
        apart(List.of(Parsing.class.getName(), log.toString()));
    }

    private void replayApart() throws IOException {
        apart(List.of(
                "dev.bellrope.app.Bellrope",
                "replay",
                log.toString(),
                "--mapping",
                mapping.toString(),
                "--playbook",
                playbook.toString(),
                "--to",
                folder.toString()));
    }

    private static void apart(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=logback-plain.xml",
                "-cp",
                System.getProperty("java.class.path")));
        all.addAll(command);
        Process process = new ProcessBuilder(all)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
