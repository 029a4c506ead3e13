package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.attachments.Attachments;
import dev.bellrope.app.attachments.UnacceptableFile;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Fold;
import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.settings.WrongSettings;
import dev.bellrope.core.escalation.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written down on one machine is read on another: the same state, and nothing is done or said a second time. */
class BackupTest {
    private static final String WHAT_WAS_SENT = """
            select count(*) from outbox where state = 'sent' or channel = 'inbox'""";

    @TempDir
    private static Path folder;

    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static TestDatabase lived;
    private static Path backup;
    private static Backup.Manifest written;
    private static String token;
    private static long events;

    @BeforeAll
    static void live() throws WrongSettings, UnacceptableFile {
        lived = TestDatabase.create();
        try (RunningApp app = RunningApp.with(CLOCK).on(lived).share()) {
            SmallCompany.moveInto(app);
            token = app.get(Tokens.class)
                    .issue("helpdesk", Role.AGENT, Set.of(Scope.READ, Scope.SIGNALS_WRITE), Optional.empty());
            for (int number = 1; number <= 3; number++) {
                app.get(Escalations.class)
                        .hear(SmallCompany.signal(
                                "s" + number,
                                "slo.missed",
                                number == 2 ? "tiny" : "acme",
                                "T-" + number,
                                CLOCK.instant(),
                                Map.of(
                                        "share_of_users",
                                        0.9,
                                        "note",
                                        "a \"quoted\", long\nüñí text; with a ',' and a \\\\N")));
            }
            app.get(Attachments.class)
                    .attach(
                            "ESC-1001",
                            new Actor("eva", "Eva", Set.of("manager")),
                            "pool.log",
                            "every byte, ü and \\N".getBytes(StandardCharsets.UTF_8),
                            "");
            CLOCK.advance(Duration.ofMinutes(20));
            app.get(Clocks.class).strikeDue();
            backup = folder.resolve("bellrope.backup");
            written = Backup.write(settings(lived), backup);
            events = count(lived, "select count(*) from escalation_event");
        }
    }

    @AfterAll
    static void drop() {
        lived.close();
    }

    @Test
    void theSameStateGoesOnElsewhereAndNothingHappensTwice() throws WrongSettings {
        try (TestDatabase empty = TestDatabase.create()) {
            Backup.Manifest restored = Backup.restore(settings(empty), backup);
            assertThat(restored).isEqualTo(written);
            assertThat(restored.rows()).isGreaterThan(50);
            long sent = count(lived, WHAT_WAS_SENT);
            try (RunningApp app = RunningApp.with(CLOCK).on(empty).share();
                    Visitor program = Visitor.withToken(app, token)) {
                Escalations escalations = app.get(Escalations.class);
                var keys = empty.client()
                        .sql("select key from escalation")
                        .query(String.class)
                        .list();
                assertThat(keys).isNotEmpty().allSatisfy(new Fold(app)::isKept);
                app.get(Clocks.class).strikeDue();
                assertThat(count(empty, "select count(*) from escalation_event"))
                        .isEqualTo(events);
                assertThat(count(empty, "select count(*) from attachment where sha256 = encode(sha256(bytes), 'hex')"))
                        .as("files, whole")
                        .isEqualTo(1);
                assertThat(count(empty, WHAT_WAS_SENT)).isEqualTo(sent);
                assertThat(program.get("/api/v1/escalations").statusCode()).isEqualTo(200);
                assertThat(escalations.hear(SmallCompany.signal(
                                "new", "slo.missed", "tiny-2", "", CLOCK.instant(), Map.of("share_of_users", 0.9))))
                        .as("keys go on after the last one")
                        .containsExactly("ESC-" + (1001 + keys.size()) + ": open");
            }
        }
    }

    @Test
    void aHomeOfItsOwnHoldsTheSameToTheByte() throws WrongSettings, IOException {
        Settings home = Settings.read(List.of("--home=" + folder.resolve("home")), Map.of(), folder);
        Backup.restore(home, backup);
        Path again = folder.resolve("again.backup");
        assertThat(Backup.write(home, again).tables()).isEqualTo(written.tables());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Backup.write(home, again))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> Backup.restore(home, backup))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not empty (account ")
                .hasMessageContaining("new home");
    }

    @Test
    void whatIsDamagedOrIsNoneIsRefusedAndNothingIsRestored() throws WrongSettings, IOException {
        try (TestDatabase empty = TestDatabase.create()) {
            Settings settings = settings(empty);
            Path damaged = Files.copy(backup, folder.resolve("damaged.backup"), StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem zip = FileSystems.newFileSystem(damaged)) {
                Path table = zip.getPath("tables/escalation_event.csv");
                Files.writeString(table, Files.readString(table).replace("opened", "closed"));
            }
            assertThatThrownBy(() -> Backup.restore(settings, damaged))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("escalation_event is not what was written");
            assertThat(count(empty, "select count(*) from account")).isZero();

            Path text = Files.writeString(folder.resolve("text"), "hello", StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Backup.restore(settings, text)).hasMessageContaining("no backup of Bellrope");
            assertThatThrownBy(() -> Backup.restore(settings, folder.resolve("nowhere")))
                    .hasMessageContaining("There is no file");

            Path newer = Files.copy(backup, folder.resolve("newer.backup"), StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem zip = FileSystems.newFileSystem(newer)) {
                Path manifest = zip.getPath("manifest.json");
                Files.writeString(
                        manifest, Files.readString(manifest).replaceFirst("\"schema\" ?: ?\\[", "$0 \"999 later\","));
            }
            assertThatThrownBy(() -> Backup.restore(settings, newer)).hasMessageContaining("another version");
            for (String unreadable :
                    List.of("{}", "[]", "{", "{\"format\": \"bellrope-backup-1\", \"schema\": null}")) {
                try (FileSystem zip = FileSystems.newFileSystem(newer)) {
                    Files.writeString(zip.getPath("manifest.json"), unreadable);
                }
                assertThatThrownBy(() -> Backup.restore(settings, newer))
                        .as(unreadable)
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("manifest.json cannot be read");
            }
        }
    }

    private static Settings settings(TestDatabase database) throws WrongSettings {
        return Settings.read(
                List.of(
                        "--database.url=" + database.url(),
                        "--database.user=" + database.user(),
                        "--database.password=" + database.password()),
                Map.of(),
                folder);
    }

    private static long count(TestDatabase database, String sql) {
        return database.client().sql(sql).query(Long.class).single();
    }
}
