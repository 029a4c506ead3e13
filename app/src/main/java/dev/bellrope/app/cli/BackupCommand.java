package dev.bellrope.app.cli;

import dev.bellrope.app.database.Backup;
import dev.bellrope.app.settings.Settings;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands {@code bellrope backup} and {@code bellrope restore}. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class BackupCommand extends DatabaseCommand {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    /** The command that writes a backup. */
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

    /** The command that restores a backup. */
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

    abstract String run(Settings settings, Path file);

    @Override
    String run(Settings settings) {
        return run(settings, file);
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
