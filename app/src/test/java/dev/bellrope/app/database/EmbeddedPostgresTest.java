package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {
    /** One for all tests, since making a database takes longer than all the rest; each test leaves it stopped. */
    @TempDir
    static Path home;

    @BeforeAll
    static void oneRowIsKept() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            client(postgres).sql("create table kept (word text)").update();
            client(postgres).sql("insert into kept values ('first')").update();
        }
    }

    @Test
    void dataOutliveAnOrderlyStop() {
        assertThat(PostmasterFile.find(data()))
                .as("a stopped one leaves nothing running")
                .isEmpty();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            assertThat(words(postgres)).contains("first");
        }
    }

    @Test
    void takesOverTheOneThatAKilledProcessLeftRunning() throws Exception {
        String url = holdAndKill();
        PostmasterFile left = PostmasterFile.find(data()).orElseThrow();
        assertThat(left.alive()).isTrue();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            assertThat(postgres.url("postgres")).isEqualTo(url);
            assertThat(words(postgres)).contains("first");
        }
        assertThat(left.alive()).as("stopped with the one that took it over").isFalse();
    }

    @Test
    void recoversWhatAKilledPostgresHadCommitted() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(home, "");
        client(killed).sql("insert into kept values ('second')").update();
        PostmasterFile postmaster = PostmasterFile.find(data()).orElseThrow();
        ProcessHandle process = ProcessHandle.of(postmaster.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        killed.close();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            assertThat(words(postgres)).contains("first", "second");
        }
    }

    @Test
    void startsAlthoughAStrangerHasTheOldProcessNumber() throws Exception {
        holdAndKill();
        PostmasterFile left = PostmasterFile.find(data()).orElseThrow();
        ProcessHandle process = ProcessHandle.of(left.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        // PostgreSQL itself takes its parent's number for its own, so the stranger must be another one.
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            String text = Files.readString(left.file());
            Files.writeString(left.file(), text.replaceFirst("^\\d+", Long.toString(stranger.pid())));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
                assertThat(words(postgres)).contains("first");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aHomeInUseIsRefusedAndTheHolderNamed() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, ""))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("BELLROPE_DATABASE_URL=");
            assertThat(words(postgres)).contains("first");
        }
    }

    @Test
    void dataOfAnotherVersionAreRefused() throws IOException {
        Path version = data().resolve("PG_VERSION");
        String before = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, "")).hasMessageContaining("PostgreSQL 17");
        } finally {
            Files.writeString(version, before);
        }
    }

    @Test
    void isClosedToThoseWithoutThePassword() throws IOException {
        Path password = home.resolve("postgres/password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, "")) {
            var wrong = new DriverManagerDataSource(postgres.url("postgres"), EmbeddedPostgres.USER, "guess");
            assertThatThrownBy(wrong::getConnection).hasMessageContaining("password authentication failed");
        }
    }

    private Path data() {
        return home.resolve("postgres/data");
    }

    /** Leaves a PostgreSQL running whose starter was killed with SIGKILL; gives its address. */
    private String holdAndKill() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldPostgres.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = holder.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("running ")) {
                    return line.substring("running ".length());
                }
            }
            throw new AssertionError("it ended before it ran");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private static List<String> words(EmbeddedPostgres postgres) {
        return client(postgres)
                .sql("select word from kept order by word")
                .query((row, number) -> row.getString("word"))
                .list();
    }

    private static JdbcClient client(EmbeddedPostgres postgres) {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.url("postgres"), EmbeddedPostgres.USER, postgres.password()));
    }
}
