package dev.bellrope.app.cli;

import dev.bellrope.app.database.Backup;
import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code bellrope backup} and {@code bellrope restore}. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec specification;

    /** Writes one. */
    @Command(
            name = "backup",
            description = "Writes everything that Bellrope knows into one file, while it runs or not.",
            footer = {"", "Takes the settings of serve: --home, --database.url, ..."},
            mixinStandardHelpOptions = true)
    static final class Write extends BackupCommand {
        @Override
        String run(Settings settings, Path file) {
            return said("Wrote", Backup.write(settings, file));
        }
    }

    /** Reads one back. */
    @Command(
            name = "restore",
            description = "Reads such a file into an empty database: all of it or nothing.",
            footer = {"", "Takes the settings of serve: --home, --database.url, ..."},
            mixinStandardHelpOptions = true)
    static final class Read extends BackupCommand {
        @Override
        String run(Settings settings, Path file) {
            return said("Restored", Backup.restore(settings, file));
        }
    }

    /** Does it, and says what it did. */
    abstract String run(Settings settings, Path file);

    @Override
    public Integer call() {
        try {
            Settings read = Settings.read(settings, System.getenv(), Path.of("").toAbsolutePath());
            specification.commandLine().getOut().println(run(read, file));
            specification.commandLine().getOut().flush();
            return 0;
        } catch (WrongSettings wrong) {
            return fail(String.join(System.lineSeparator(), wrong.problems()));
        } catch (CannotStart cannot) {
            return fail(String.valueOf(cannot.getMessage()));
        }
    }

    private int fail(String why) {
        specification.commandLine().getErr().println(why);
        specification.commandLine().getErr().flush();
        return 2;
    }

    private static String said(String did, Backup.Manifest manifest) {
        return String.format(
                Locale.ROOT,
                "%s %,d rows of %d tables.",
                did,
                manifest.rows(),
                manifest.tables().size());
    }
}
