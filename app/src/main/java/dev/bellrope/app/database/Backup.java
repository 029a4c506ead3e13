package dev.bellrope.app.database;

import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backup and restore: all data of Bellrope in one file, one entry per table as CSV, all from one instant, each with its
 * hash. A backup is written while Bellrope runs, and restored into an empty database.
 */
public final class Backup {
    private static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "bellrope-backup-1";
    private static final JsonMapper JSON = new JsonMapper();

    private Backup() {}

    /**
     * The contents of a backup.
     *
     * @param schema the migrations that had created the schema
     * @param numbers the last value of every sequence
     */
    public record Manifest(String format, List<String> schema, List<BackupEntry> tables, Map<String, Long> numbers) {
        public Manifest {
            schema = List.copyOf(schema);
            tables = List.copyOf(tables);
            numbers = Map.copyOf(numbers);
        }

        /** Returns the total number of rows. */
        public long rows() {
            return tables.stream().mapToLong(BackupEntry::rows).sum();
        }
    }

    /**
     * A table in a backup.
     *
     * @param sha256 the hash of its CSV
     */
    public record BackupEntry(String name, List<String> columns, long rows, String sha256) {
        public BackupEntry {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Writes a backup.
     *
     * @throws CannotStart when the file already exists, or the database cannot be read
     */
    public static Manifest write(Settings settings, Path file) {
        try (PostgresHost host = PostgresHost.ofRunning(settings);
                Connection connection = connect(host)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            CatalogTable tables = new CatalogTable(connection);
            List<String> schema = tables.migrations();
            if (schema.isEmpty()) {
                throw new CannotStart("There is nothing to back up: the database holds no Bellrope.");
            }
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.deleteIfExists(unfinished);
            // Only the owner may read it, since it contains what people wrote and the hashes of their passwords.
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest = write(unfinished, tables, schema);
            Files.move(unfinished, file);
            return manifest;
        } catch (FileAlreadyExistsException there) {
            throw new CannotStart("There is a file " + there.getMessage() + " already; name another one.");
        } catch (SQLException | IOException failed) {
            throw new CannotStart("The backup " + file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static Manifest write(Path file, CatalogTable tables, List<String> schema)
            throws IOException, SQLException {
        List<BackupEntry> written = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
            for (String name : tables.inOrder()) {
                List<String> columns = tables.columns(name);
                zip.putNextEntry(new ZipEntry(entry(name)));
                DigestOutputStream hashed = new DigestOutputStream(new NonClosingStream(zip), sha256());
                long rows = tables.read(name, columns, hashed);
                written.add(new BackupEntry(name, columns, rows, hex(hashed.getMessageDigest())));
                zip.closeEntry();
            }
            Manifest manifest = new Manifest(FORMAT, schema, written, tables.numbers());
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /**
     * Restores a backup into an empty database in one transaction: all of it or nothing. A backup of an earlier version
     * is then migrated to the current one.
     *
     * @throws CannotStart when the file is not a backup, is damaged or newer than this program, or when the database is
     *     not empty
     */
    public static Manifest restore(Settings settings, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile());
                PostgresHost host = PostgresHost.of(settings)) {
            Manifest manifest = manifest(zip, file);
            migrateAsFarAs(manifest, host, file);
            try (Connection connection = connect(host)) {
                connection.setAutoCommit(false);
                restore(zip, manifest, new CatalogTable(connection));
                connection.commit();
            }
            flyway(host).load().migrate();
            return manifest;
        } catch (NoSuchFileException missing) {
            throw new CannotStart("There is no file " + file + ".");
        } catch (ZipException noZip) {
            throw new CannotStart(file + " is no backup of Bellrope.", noZip);
        } catch (SQLException | IOException failed) {
            throw new CannotStart("The backup " + file + " cannot be restored: " + failed.getMessage(), failed);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new CannotStart(file + " is no backup of Bellrope: it has no " + MANIFEST + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (!FORMAT.equals(manifest.format())) {
                throw new CannotStart(
                        file + " is of the format " + manifest.format() + "; this Bellrope reads " + FORMAT + ".");
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new CannotStart(file + " is no backup of Bellrope: its " + MANIFEST + " cannot be read.", unreadable);
        }
    }

    /**
     * Migrates the schema to the version of the backup, since its data fit no other; newer migrations follow after the
     * data.
     */
    private static void migrateAsFarAs(Manifest manifest, PostgresHost host, Path file) throws SQLException {
        List<String> ours = Arrays.stream(flyway(host).load().info().all())
                .map(migration -> migration.getVersion() + " " + migration.getDescription())
                .toList();
        if (manifest.schema().isEmpty() || !ours.containsAll(manifest.schema())) {
            throw new CannotStart(file + " was written by another version of Bellrope, with a schema that this one does"
                    + " not know. Restore it with that version or a newer one.");
        }
        try (Connection connection = connect(host)) {
            if (!manifest.schema().containsAll(new CatalogTable(connection).migrations())) {
                throw new CannotStart("The database has the schema of a newer version than " + file
                        + " already. Give it a new home, or a new database.");
            }
        }
        String newest = manifest.schema().getLast();
        flyway(host).target(newest.substring(0, newest.indexOf(' '))).load().migrate();
    }

    private static FluentConfiguration flyway(PostgresHost host) {
        return Flyway.configure()
                .dataSource(
                        host.address().url(),
                        host.address().user(),
                        host.address().password());
    }

    private static void restore(ZipFile zip, Manifest manifest, CatalogTable tables) throws SQLException, IOException {
        List<String> full = tables.withRows();
        if (!full.isEmpty()) {
            throw new CannotStart("The database is not empty (" + String.join(", ", full)
                    + "); a backup is restored into an empty one. Give it a new home, or a new database.");
        }
        Set<String> there = Set.copyOf(tables.inOrder());
        for (BackupEntry table : manifest.tables()) {
            ZipEntry entry = zip.getEntry(entry(table.name()));
            if (entry == null || !there.contains(table.name())) {
                throw new CannotStart("The backup is damaged: the table " + table.name() + " is missing.");
            }
            tables.empty(table.name());
            try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), sha256())) {
                long rows = tables.write(table.name(), table.columns(), in);
                in.transferTo(OutputStream.nullOutputStream());
                if (rows != table.rows() || !hex(in.getMessageDigest()).equals(table.sha256())) {
                    throw new CannotStart("The backup is damaged: the table " + table.name()
                            + " is not what was written. Nothing was restored.");
                }
            }
        }
        tables.goOnFrom(manifest.numbers());
    }

    private static Connection connect(PostgresHost host) throws SQLException {
        return DriverManager.getConnection(
                host.address().url(), host.address().user(), host.address().password());
    }

    private static String entry(String table) {
        return "tables/" + table + ".csv";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new UncheckedIOException(new IOException(never));
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A stream that can be closed without closing the stream that it writes to. */
    private static final class NonClosingStream extends FilterOutputStream {
        NonClosingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
