package dev.bellrope.app.cli;

import dev.bellrope.app.directory.holidays.CountryHolidays;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.reader.PlaybookReader.PlaybookResult;
import dev.bellrope.core.playbook.yaml.ProblemReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code bellrope check}, which reports everything that is wrong with playbooks. */
@Command(
        name = "check",
        description = "Checks playbooks and says everything that is wrong with them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every playbook is in order",
            "1:a playbook has problems",
            "2:a playbook could not be read at all"
        })
final class CheckCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_BYTES = 4_000_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "PLAYBOOK",
            description = "A playbook's YAML file; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> files;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec specification;

    private final PlaybookReader reader = new PlaybookReader(new CountryHolidays());

    @Override
    public Integer call() {
        return files.stream().mapToInt(this::check).max().orElse(0);
    }

    private int check(String file) {
        String text;
        try {
            text = read(file);
        } catch (IOException | InvalidPathException unreadable) {
            specification.commandLine().getErr().println(why(file, unreadable));
            return 2;
        }
        String shown = file.equals(STANDARD_INPUT) ? "standard input" : file;
        PlaybookResult reading = reader.read(text, "draft");
        Playbook playbook = reading.playbook();
        if (playbook == null) {
            var err = specification.commandLine().getErr();
            err.print(ProblemReport.render(shown, text, reading.problems(), Ansi.AUTO.enabled()));
            err.flush();
            return 1;
        }
        specification.commandLine().getOut().println(playbook.name() + ": " + contents(playbook));
        return 0;
    }

    private static String read(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return text(System.in);
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory; name the file in it");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return text(stream);
        }
    }

    private static String text(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it is larger than 4 MB, as no playbook is");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is no text in UTF-8", e);
        }
    }

    private static String why(String file, Exception unreadable) {
        String reason = unreadable instanceof NoSuchFileException
                ? "there is no such file"
                : String.valueOf(unreadable.getMessage());
        return "bellrope check: cannot read " + file + ": " + reason;
    }

    private static String contents(Playbook playbook) {
        List<String> counted = new ArrayList<>();
        counted.add(count(playbook.triggers().size(), "trigger"));
        counted.add(count(playbook.issueTypes().size(), "issue type"));
        counted.add(count(playbook.tiers().size(), "tier"));
        counted.add(count(playbook.ladder().levels().size(), "level"));
        counted.add(count(playbook.targets().size(), "target"));
        counted.add(count(playbook.routes().size(), "route"));
        counted.add(count(playbook.plans().size(), "plan"));
        counted.add(count(playbook.exit().criteria().size(), "exit criterion", "exit criteria"));
        counted.add(count(playbook.exceptions().size(), "exception"));
        return String.join(", ", counted) + "; no problems";
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return (number == 0 ? "no" : number) + " " + (number == 1 ? one : many);
    }
}
