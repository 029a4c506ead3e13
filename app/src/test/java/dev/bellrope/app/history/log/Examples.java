package dev.bellrope.app.history.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The mapping files that the repository shows, and the logs that they are for where this machine has them. */
public final class Examples {
    private Examples() {}

    public static Mapping mapping(String name) {
        return read(text("examples/" + name + ".mapping.yaml"));
    }

    static Mapping read(String yaml) {
        Mapping.MappingResult reading = Mapping.read(yaml);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.mapping());
    }

    public static Log log(String mapping, String path) {
        return LogReader.read(data(path), mapping(mapping));
    }

    static Path data(String path) {
        String shared = System.getenv("BELLROPE_SHARED");
        Path file = Stream.of(shared == null ? "../shared" : shared, "../shared", "../../shared")
                .map(folder -> Path.of(folder, "data", path))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(path));
        assumeTrue(Files.exists(file), "the data file " + path + " is not here; set BELLROPE_SHARED to where it is");
        return file;
    }

    public static String text(String path) {
        Path fromModule = Path.of("..", path);
        try {
            return Files.readString(Files.exists(fromModule) ? fromModule : Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
