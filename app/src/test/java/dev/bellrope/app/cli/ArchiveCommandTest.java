package dev.bellrope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.database.Upgraded;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As it is typed, with no Bellrope running. */
class ArchiveCommandTest {
    @Test
    void whatIsLongOverIsArchivedAndPutBackByCommands() {
        try (TestDatabase database = Upgraded.newest()) {
            assertThat(run(0, database, "archive", "--closed-before=2026-01-01"))
                    .isEqualTo("Archived 0 rows of 0 escalations.");
            int over = database.client()
                    .sql("update escalation set over_at = over_at - interval '5 years' where over_at is not null")
                    .update();
            int before = events(database);

            assertThat(run(0, database, "archive", "--closed-before=2026-01-01"))
                    .matches("Archived [0-9,]+ rows of " + over + " escalations.");
            assertThat(events(database)).isBetween(1, before - over);
            assertThat(run(0, database, "unarchive", key(database))).endsWith(" rows of 1 escalations.");
            assertThat(run(0, database, "unarchive", "ESC-1")).isEqualTo("Put back 0 rows of 0 escalations.");
            assertThat(run(0, database, "unarchive")).endsWith(" rows of " + (over - 1) + " escalations.");
            assertThat(events(database)).isEqualTo(before);
            assertThat(database.client()
                            .sql("select count(*) from audit_entries where act = 'history put back'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void anArchiveIsPartOfABackup(@TempDir Path folder) {
        try (TestDatabase database = Upgraded.newest();
                TestDatabase elsewhere = TestDatabase.createWithoutTables()) {
            int over = database.client()
                    .sql("update escalation set over_at = over_at - interval '5 years' where over_at is not null")
                    .update();
            int before = events(database);
            run(0, database, "archive", "--closed-before=2026-01-01");
            String file = folder.resolve("archived.backup").toString();
            run(0, database, "backup", file);
            run(0, elsewhere, "restore", file);
            assertThat(events(elsewhere)).isEqualTo(events(database)).isLessThan(before);
            assertThat(run(0, elsewhere, "unarchive")).endsWith(" rows of " + over + " escalations.");
            assertThat(events(elsewhere)).isEqualTo(before);
        }
    }

    @Test
    void whatIsNotLongOverIsRefused() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(run(2, database, "archive", "--closed-before=2999-01-01"))
                    .isEqualTo("--closed-before=2999-01-01 is too late: what was closed less than 30 days ago is not"
                            + " archived.");
            assertThat(run(2, database, "archive")).contains("--closed-before=DATE");
        }
    }

    @Test
    void aDatabaseThatIsNotUpToDateIsLeftAlone() {
        try (TestDatabase database = TestDatabase.createWithoutTables()) {
            assertThat(run(2, database, "archive", "--closed-before=2020-01-01"))
                    .startsWith("The database is not that of this version of Bellrope.");
        }
    }

    private static int events(TestDatabase database) {
        return database.client()
                .sql("select count(*) from escalation_event")
                .query(Integer.class)
                .single();
    }

    private static String key(TestDatabase database) {
        return database.client()
                .sql("select min(escalation) from escalation_archive")
                .query(String.class)
                .single();
    }

    private static String run(int expectedExitCode, TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(Upgraded.arguments(database));
        PrintStream out = System.out;
        PrintStream error = System.err;
        var captured = new ByteArrayOutputStream();
        try (PrintStream said = new PrintStream(captured, true, StandardCharsets.UTF_8)) {
            System.setOut(said);
            System.setErr(said);
            int exitCode = Commands.execute(ArchiveCommandTest.class, all.toArray(String[]::new));
            assertThat(exitCode).as(captured.toString(StandardCharsets.UTF_8)).isEqualTo(expectedExitCode);
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
        return captured.toString(StandardCharsets.UTF_8).strip();
    }
}
