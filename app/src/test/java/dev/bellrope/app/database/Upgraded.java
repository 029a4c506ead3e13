package dev.bellrope.app.database;

import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo's fortnight, as released versions have written it, in a database of today. */
public final class Upgraded {
    /** When the demo stood still. */
    public static final String WHEN_IT_WAS_WRITTEN = "2026-11-18T13:30:00Z";

    private Upgraded() {}

    /** The backups, the oldest first. */
    static List<Path> backups() {
        try (Stream<Path> files = Files.list(Repository.file("app/src/test/resources/upgrade"))) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest of them, restored. */
    public static TestDatabase newest() {
        TestDatabase database = TestDatabase.createWithoutTables();
        Backup.restore(settings(database), backups().getLast());
        return database;
    }

    /** What a command needs to find a database. */
    public static Settings settings(TestDatabase database) {
        try {
            return Settings.read(arguments(database), Map.of(), Path.of("target"));
        } catch (WrongSettings never) {
            throw new IllegalStateException(never);
        }
    }

    public static List<String> arguments(TestDatabase database) {
        return List.of(
                "--database.url=" + database.url(),
                "--database.user=" + database.user(),
                "--database.password=" + database.password());
    }
}
