package dev.bellrope.app.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

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

    /** A streaming standby of it: a copy that replays what this one writes, and can be read meanwhile. */
    public OwnPostgres standby(Path home) throws IOException, SQLException {
        Path copies = home.toAbsolutePath().resolve("postgres");
        FileSystemUtils.deleteRecursively(copies);
        Files.createDirectories(copies);
        Path unpacked = programs();
        Files.createSymbolicLink(copies.resolve(unpacked.getFileName()), unpacked);
        Files.copy(folder.resolve("password"), copies.resolve("password"), StandardCopyOption.COPY_ATTRIBUTES);
        Path copy = copies.resolve("data");
        try (Connection session = at("postgres").dataSource().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copy(folder.resolve("data"), copy);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(copy.resolve("backup_label"), stopped.getString("labelfile"));
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        URI address = URI.create(postgres.url(NAME).replaceFirst("^jdbc:", ""));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=%s port=%d user=%s password=%s'%n"
                        .formatted(address.getHost(), address.getPort(), EmbeddedPostgres.USER, postgres.password()));
        return new OwnPostgres(EmbeddedPostgres.start(home.toAbsolutePath(), "-c max_connections=200"), copies);
    }

    /** Files may change and go meanwhile; what is then wrong in the copy, its log puts right. */
    private static void copy(Path from, Path to) throws IOException {
        Set<String> leftOut = Set.of("postmaster.pid", "postmaster.opts", "server.log");
        try (Stream<Path> found = Files.walk(from)) {
            for (Path one : found.toList()) {
                Path relative = from.relativize(one);
                if (leftOut.contains(relative.toString())
                        || (relative.startsWith("pg_wal") && Files.isRegularFile(one))) {
                    continue;
                }
                try {
                    Files.copy(one, to.resolve(relative.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException gone) {
                    // It was a temporary one.
                }
            }
        }
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
        OsProcess.ProcessResult outcome = OsProcess.of(
                        OsUser.choose(),
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

    /** As the loss of a machine; it does not come back. */
    public void kill() throws IOException, InterruptedException {
        signal("KILL");
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
