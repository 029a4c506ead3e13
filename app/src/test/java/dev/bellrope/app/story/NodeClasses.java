package dev.bellrope.app.story;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.database.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What nodes are started from: the classes of this process, packed, and an archive of those that a node loads, with which it starts
 * in half the time. They stay over runs until a class changes; the processes of one build share them.
 */
final class NodeClasses {
    private static final Path FOLDER = Path.of("target", "nodes").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final String SEPARATOR = System.getProperty("path.separator");

    /** Of every node, for an archive fits only what was started alike. */
    static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private NodeClasses() {}

    /** The options of java that name them; those that are only for tests, such as a log of their own, come last or not at all. */
    static synchronized List<String> options(boolean withTests) throws IOException {
        Files.createDirectories(FOLDER);
        try (FileChannel channel =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            List<Path> main = new ArrayList<>();
            List<Path> tests = new ArrayList<>();
            List<Path> libraries = new ArrayList<>();
            for (Path entry : classPath()) {
                if (!Files.isDirectory(entry)) {
                    libraries.add(entry);
                } else if (entry.endsWith("test-classes")) {
                    tests.add(entry);
                } else {
                    main.add(packed(entry));
                }
            }
            main.addAll(libraries);
            if (!Files.exists(ARCHIVE) || main.stream().anyMatch(jar -> isNewer(jar, ARCHIVE))) {
                writeArchive(main);
            }
            assert lock.isValid();
            if (withTests) {
                for (Path entry : tests) {
                    main.add(packed(entry));
                }
            }
            return List.of(
                    "-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-cp", joined(main));
        }
    }

    private static List<Path> classPath() {
        return Pattern.compile(Pattern.quote(SEPARATOR))
                .splitAsStream(Node.absoluteClassPath())
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static String joined(List<Path> entries) {
        return String.join(SEPARATOR, entries.stream().map(Path::toString).toList());
    }

    /** A jar of a folder of classes, made anew when one of them was. */
    private static Path packed(Path folder) throws IOException {
        Path jar = FOLDER.resolve(Integer.toHexString(folder.toString().hashCode()) + ".jar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> !file.equals(folder)).sorted().toList();
        }
        if (Files.exists(jar) && files.stream().noneMatch(file -> isNewer(file, jar))) {
            return jar;
        }
        Path written = Files.createTempFile(FOLDER, "classes", ".jar");
        try (OutputStream out = Files.newOutputStream(written);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Path file : files) {
                // Folders too: what looks for classes in a package asks for the folder first.
                boolean isFolder = Files.isDirectory(file);
                String name = folder.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        }
        return Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isNewer(Path one, Path other) {
        try {
            FileTime changed = Files.getLastModifiedTime(one);
            return changed.compareTo(Files.getLastModifiedTime(other)) > 0;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Lets a node start and end once. */
    private static void writeArchive(List<Path> classPath) throws IOException {
        Path written = FOLDER.resolve("new.jsa");
        List<String> options = List.of(
                "-XX:ArchiveClassesAtExit=" + written,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-cp",
                joined(classPath),
                Bellrope.class.getName());
        try (TestDatabase database = TestDatabase.create();
                Node node = Node.start(options, "archive", FOLDER, database, java.net.URI.create("local:mailbox"))) {
            node.port();
            node.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        if (Files.exists(written)) {
            Files.move(written, ARCHIVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
