package dev.bellrope.app.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bodies that real products sent; they are kept beside the repository, not in it. */
final class SharedData {
    private SharedData() {}

    /** The folder of the bodies; the test is skipped where it is absent. */
    static Path payloads() {
        Optional<String> named = Optional.ofNullable(System.getenv("BELLROPE_SHARED"));
        Optional<Path> found = Stream.concat(named.stream(), Stream.of("../shared", "../../shared"))
                .map(folder -> Path.of(folder, "data", "payloads"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                found.isPresent(),
                "skipped: no bodies of real products; set BELLROPE_SHARED to the folder that holds data/payloads");
        return found.orElseThrow();
    }

    static byte[] read(String file) {
        try {
            return Files.readAllBytes(payloads().resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every file but the notes on their origin, by path. */
    static List<String> list() {
        Path folder = payloads();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("SOURCE.txt"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
