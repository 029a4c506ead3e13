package dev.bellrope.app.cli;

import dev.bellrope.app.database.OpenDatabase;
import dev.bellrope.app.escalations.store.Archive;
import dev.bellrope.app.escalations.store.DamagedArchive;
import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code bellrope archive} and {@code bellrope unarchive}. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required
abstract class ArchiveCommand extends DatabaseCommand {
    /** Guardrails and the lists of the day use recent history, so it is not archived. */
    private static final int YOUNGEST_DAYS = 30;

    /** A command has no application context that would provide a clock. */
    private final Clock clock = Clock.systemUTC();

    /** The command that compresses history. */
    @Command(
            name = "archive",
            description = "Compresses the history of escalations that are long over. It is read as before.",
            footer = {"", "Takes the settings of serve: --home, --database.url, ..."},
            mixinStandardHelpOptions = true)
    static final class Pack extends ArchiveCommand {
        @Option(
                names = "--closed-before",
                required = true,
                paramLabel = "DATE",
                description = "Of those that were over before that day (2025-01-31), which is at least 30 days ago.")
        private LocalDate closedBefore;

        @Override
        String work(OpenDatabase database, Archive archive, Clock clock) {
            if (closedBefore.isAfter(LocalDate.now(clock).minusDays(YOUNGEST_DAYS))) {
                throw new CannotStart("--closed-before=" + closedBefore + " is too late: what was closed less than "
                        + YOUNGEST_DAYS + " days ago is not archived.");
            }
            Instant before = closedBefore.atStartOfDay(ZoneOffset.UTC).toInstant();
            return all("Archived", after -> database.inTransaction(() -> archive.pack(before, after)));
        }
    }

    /** The command that puts archived history back. */
    @Command(
            name = "unarchive",
            description = "Puts the history of escalations back as it was before it was archived.",
            footer = {"", "Takes the settings of serve: --home, --database.url, ..."},
            mixinStandardHelpOptions = true)
    static final class Unpack extends ArchiveCommand {
        @Parameters(paramLabel = "KEY", arity = "0..*", description = "Of these escalations; of all if none is named.")
        private List<String> keys = new ArrayList<>();

        @Override
        String work(OpenDatabase database, Archive archive, Clock clock) {
            return all("Put back", after -> database.inTransaction(() -> archive.unpack(keys, after)));
        }
    }

    abstract String work(OpenDatabase database, Archive archive, Clock clock);

    @Override
    String run(Settings settings) {
        try (OpenDatabase database = OpenDatabase.of(settings)) {
            return work(database, Archive.of(database.client(), clock), clock);
        } catch (DamagedArchive damaged) {
            throw new CannotStart(String.valueOf(damaged.getMessage()), damaged);
        }
    }

    /** A batch of escalations after a number. */
    interface Batch {
        Optional<Archive.ArchiveResult> after(long number);
    }

    /**
     * Processes batch after batch. Each batch is atomic, so the next call continues where an interrupted one stopped.
     */
    static String all(String did, Batch batch) {
        long escalations = 0;
        long rows = 0;
        long last = 0;
        Optional<Archive.ArchiveResult> done = batch.after(last);
        while (done.isPresent()) {
            escalations += done.get().escalations();
            rows += done.get().rows();
            last = done.get().last();
            done = batch.after(last);
        }
        return String.format(Locale.ROOT, "%s %,d rows of %,d escalations.", did, rows, escalations);
    }
}
