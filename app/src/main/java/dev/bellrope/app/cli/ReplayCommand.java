package dev.bellrope.app.cli;

import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.app.history.Replay;
import dev.bellrope.app.history.ReplaySummary;
import dev.bellrope.app.history.ReportHtml;
import dev.bellrope.app.history.SummaryText;
import dev.bellrope.app.history.log.Log;
import dev.bellrope.app.history.log.LogReader;
import dev.bellrope.app.history.log.Mapping;
import dev.bellrope.app.history.log.UnreadableLog;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code bellrope replay}, which shows what a playbook would have done with past tickets. */
@Command(
        name = "replay",
        description = "Replays a log of past tickets through a playbook, in virtual time; sends nothing.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ReplayCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Parameters(paramLabel = "LOG", description = "The log: CSV, also gzipped.")
    private Path log;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "How its columns become signals (docs/mapping.md).")
    private Path mapping;

    @Option(names = "--playbook", required = true, paramLabel = "PLAYBOOK", description = "The playbook to judge by.")
    private Path playbook;

    @Option(
            names = "--to",
            defaultValue = ".",
            paramLabel = "FOLDER",
            description = "Where journal.txt and report.html go; this folder by default.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Mapping rows = mapping();
        Playbook rules = rows == null ? null : playbook();
        if (rows == null || rules == null) {
            return WRONG;
        }
        try {
            Log read = LogReader.read(log, rows);
            progress(String.format(
                    Locale.ROOT,
                    "Read %,d rows of %,d tickets.",
                    read.counts().rows(),
                    read.counts().tickets()));
            Files.createDirectories(folder);
            ReplaySummary summary = run(read, rows, rules);
            ReportHtml.write(summary, folder.resolve("report.html"));
            out().print(SummaryText.render(summary));
            out().println();
            out().println("Every happening with its reasons: " + folder.resolve("journal.txt"));
            out().println("The same with charts:             " + folder.resolve("report.html"));
            out().flush();
            return 0;
        } catch (UnreadableLog wrong) {
            return fail(String.valueOf(wrong.getMessage()));
        }
    }

    private ReplaySummary run(Log read, Mapping rows, Playbook rules) throws IOException {
        try (Writer journal = Files.newBufferedWriter(folder.resolve("journal.txt"), StandardCharsets.UTF_8)) {
            return Replay.run(
                    read,
                    rows,
                    rules,
                    journal,
                    (heard, of) -> progress(String.format(Locale.ROOT, "Replayed %,d of %,d signals.", heard, of)));
        }
    }

    private @Nullable Mapping mapping() {
        String text = text(mapping);
        if (text == null) {
            return null;
        }
        Mapping.MappingResult reading = Mapping.read(text);
        reading.problems()
                .forEach(problem -> fail(mapping + ":" + problem.line() + ":" + problem.column() + ": " + problem.path()
                        + ": " + problem.message()));
        return reading.mapping();
    }

    private @Nullable Playbook playbook() {
        String text = text(playbook);
        if (text == null) {
            return null;
        }
        String name = String.valueOf(playbook.getFileName()).replaceAll("(\\.playbook)?\\.ya?ml$", "");
        PlaybookReader.PlaybookResult reading = new PlaybookReader(new CountryHolidays()).read(text, name);
        reading.problems()
                .forEach(problem -> fail(playbook + ":" + problem.line() + ":" + problem.column() + ": "
                        + problem.message()
                        + (problem.accepted().isEmpty() ? "" : "; accepted: " + problem.accepted())));
        return reading.playbook();
    }

    private @Nullable String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            fail(file + " cannot be read: "
                    + (Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file"));
            return null;
        }
    }

    private int fail(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return WRONG;
    }

    private void progress(String sentence) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            spec.commandLine().getErr().print("\r" + sentence + "        ");
            if (sentence.startsWith("Read ")) {
                spec.commandLine().getErr().println();
            }
            spec.commandLine().getErr().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
