package dev.bellrope.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of a test's own, with one empty database: it can be crashed, and stand still, without disturbing other tests. */
public final class OwnPostgres implements AutoCloseable {
    private static final String NAME = "faults";

    private final EmbeddedPostgres postgres;
    private final Path folder;

    private OwnPostgres(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** The home stays over runs, for its unpacked programs; it writes to disk as in production, since it is crashed. */
    public static OwnPostgres start(Path home) throws IOException {
        Path folder = Files.createDirectories(home.toAbsolutePath());
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, "-c max_connections=200");
        OwnPostgres own = new OwnPostgres(postgres, folder.resolve("postgres"));
        JdbcClient client = own.at("postgres").client();
        client.sql("drop database if exists " + NAME + " with (force)").update();
        client.sql("create database " + NAME).update();
        return own;
    }

    /** Stays where it is over every restart. */
    public TestDatabase database() {
        return at(NAME);
    }

    private TestDatabase at(String name) {
        return new TestDatabase(name, postgres.url(name), EmbeddedPostgres.USER, postgres.password());
    }

    /** As a crash of the machine: nothing is finished, and it recovers from its log. Returns when it serves again. */
    public void crash() throws IOException {
        Path data = folder.resolve("data");
        Command.Outcome outcome = Command.of(
                        Account.choose(),
                        programs().resolve("bin/pg_ctl"),
                        Stream.of(
                                "restart",
                                "-D",
                                data.toString(),
                                "-m",
                                "immediate",
                                "-w",
                                "-t",
                                "120",
                                "-l",
                                data.resolve("server.log").toString()))
                .outcome();
        if (outcome.exitCode() != 0) {
            throw new AssertionError("PostgreSQL does not come back: " + outcome.output());
        }
    }

    /** All of its processes stand still. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        PostmasterFile file = PostmasterFile.find(folder.resolve("data")).orElseThrow();
        ProcessHandle postmaster = ProcessHandle.of(file.pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        for (ProcessHandle one : all) {
            // A backend may end meanwhile.
            new ProcessBuilder("kill", "-" + name, String.valueOf(one.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private Path programs() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().startsWith("programs-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
