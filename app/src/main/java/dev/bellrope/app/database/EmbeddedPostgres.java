package dev.bellrope.app.database;

import dev.bellrope.app.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An embedded PostgreSQL whose data survive this process. It listens on the loopback address only, and requires a
 * password that only the owner of the home can read.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "bellrope";
    private static final String MAJOR_VERSION = "18";
    private static final int ATTEMPTS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final HomeLock lock;
    private final OsUser account;
    private final Path folder;
    private final Path data;
    private final Path programs;
    private final DatabasePassword password;
    private final String options;
    private int port;

    private EmbeddedPostgres(HomeLock lock, Path home, String options) throws IOException {
        this.lock = lock;
        this.account = OsUser.choose();
        this.folder = Files.createDirectories(home.resolve("postgres"));
        this.data = folder.resolve("data");
        this.options = options;
        this.programs = PostgresPrograms.unpack(folder);
        account.mustReach(programs.resolve("bin/postgres"));
        this.password = DatabasePassword.of(folder);
    }

    /**
     * Starts PostgreSQL, or takes over one that a killed process left running.
     *
     * @param home the folder with the data
     * @param options further options for {@code postgres}, such as {@code -F}
     */
    public static EmbeddedPostgres start(Path home, String options) {
        try {
            Files.createDirectories(home);
            HomeLock lock = HomeLock.take(home);
            try {
                EmbeddedPostgres postgres = new EmbeddedPostgres(lock, home, options);
                postgres.run();
                return postgres;
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailable("Bellrope's own PostgreSQL cannot be started under " + home, failed);
        }
    }

    /** Finds the PostgreSQL of a home, if a process runs it. */
    static Optional<Settings.Database> findRunning(Path home) {
        Path folder = home.resolve("postgres");
        return PostmasterFile.find(folder.resolve("data"))
                .filter(file -> file.alive() && file.port() > 0)
                .map(file -> new Settings.Database(url(file.port(), "postgres"), USER, passwordIn(folder)));
    }

    private static String passwordIn(Path folder) {
        try {
            return DatabasePassword.of(folder).value();
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("The password of Bellrope's own PostgreSQL cannot be read", unreadable);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Returns the JDBC URL of a database. */
    public String url(String database) {
        return url(port, database);
    }

    public String password() {
        return password.value();
    }

    private void run() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize();
        }
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseUnavailable(data + " was written by PostgreSQL " + version + ", this is " + MAJOR_VERSION
                    + ". Move the data with pg_upgrade, or with pg_dump and pg_restore.");
        }
        account.own(data);
        Optional<PostmasterFile> left = PostmasterFile.find(data);
        if (left.isPresent() && adopted(left.get())) {
            LOG.info(
                    "Took over the PostgreSQL that was left running (process {})",
                    left.get().pid());
            return;
        }
        for (int attempt = 1; !launched(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new DatabaseUnavailable("PostgreSQL does not start; its log is " + log() + ", which ends:"
                        + System.lineSeparator() + endOfLog());
            }
        }
    }

    private void initialize() throws IOException {
        LOG.info("Creating a database under {}", data);
        // Created elsewhere and then moved, so that an interrupted attempt is not mistaken for a database.
        Path unfinished = folder.resolve("data-unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        Path handed = password.handTo(account);
        try {
            must(
                    "initdb",
                    "-D",
                    unfinished.toString(),
                    "-U",
                    USER,
                    "--pwfile=" + handed,
                    "--auth=scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.move(unfinished, data);
    }

    /**
     * Takes over a PostgreSQL that accepts our password; stops one that does not, or that an older Bellrope started.
     */
    private boolean adopted(PostmasterFile left) throws IOException {
        if (!left.alive()) {
            left.disown();
            return false;
        }
        port = left.port();
        if (left.runs(programs.resolve("bin/postgres").toRealPath()) && port > 0 && answers()) {
            return true;
        }
        LOG.warn("Stopping a PostgreSQL (process {}) that was left running", left.pid());
        must("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        return false;
    }

    private boolean answers() {
        String url = url("postgres") + "?connectTimeout=5&loginTimeout=5&socketTimeout=5";
        try (Connection connection = DriverManager.getConnection(url, USER, password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && Path.of(row.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (SQLException | IOException silent) {
            return false;
        }
    }

    private boolean launched() throws IOException {
        port = freePort();
        Files.deleteIfExists(log());
        String settings = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c timezone=UTC -c log_timezone=UTC " + options;
        // pg_ctl makes it the leader of a session of its own: Ctrl-C reaches us but not PostgreSQL, and we stop it when
        // we are done.
        OsProcess.ProcessResult outcome = run(
                "pg_ctl", "start", "-D", data.toString(), "-w", "-t", "300", "-l", log().toString(), "-o", settings);
        if (outcome.exitCode() == 0) {
            LOG.info("PostgreSQL {} listens on 127.0.0.1:{}, data in {}", MAJOR_VERSION, port, data);
            return true;
        }
        String why = endOfLog();
        if (why.contains("could not bind")) {
            return false;
        }
        if (why.contains("is still in use")) {
            pause();
            return false;
        }
        throw new DatabaseUnavailable("PostgreSQL does not start: " + outcome.output() + System.lineSeparator() + why);
    }

    /** Waits for the remains of a killed PostgreSQL, which end by themselves within moments. */
    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an old PostgreSQL ended", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns the log, which is inside the data directory because any account of PostgreSQL can write there. */
    private Path log() {
        return data.resolve("server.log");
    }

    private String endOfLog() throws IOException {
        if (!Files.exists(log())) {
            return "(there is no log)";
        }
        String text = Files.readString(log());
        return text.substring(Math.max(0, text.length() - 2_000)).strip();
    }

    private OsProcess.ProcessResult run(String program, String... arguments) throws IOException {
        return OsProcess.of(account, programs.resolve("bin").resolve(program), Stream.of(arguments))
                .outcome();
    }

    private void must(String program, String... arguments) throws IOException {
        OsProcess.ProcessResult outcome = run(program, arguments);
        if (outcome.exitCode() != 0) {
            throw new DatabaseUnavailable("PostgreSQL's " + program + " failed: " + outcome.output());
        }
    }

    /** Ends open sessions, flushes all data and stops PostgreSQL. */
    @Override
    public void close() {
        try {
            must("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        } catch (IOException | DatabaseUnavailable failed) {
            LOG.warn("PostgreSQL did not stop cleanly; the next start will recover: {}", failed.getMessage());
        } finally {
            lock.close();
        }
    }
}
