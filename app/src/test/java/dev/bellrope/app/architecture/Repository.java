package dev.bellrope.app.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the repository are, whatever directory the tests run in. */
public final class Repository {
    private Repository() {}

    public static Path file(String path) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("No directory above holds ARCHITECTURE.md");
            }
        }
        return directory.resolve(path);
    }
}
