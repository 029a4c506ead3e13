package dev.bellrope.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tests of core and app, as documents name them: {@code `OnceTest`} or {@code `OnceTest#aPoisonIsKept`}. */
final class NamedTests {
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|Properties))(?:#(\\w+))?`");

    /** What is written in the files of each simple name; two packages may have a test of the same name. */
    private final Map<String, String> sources;

    private NamedTests(Map<String, String> sources) {
        this.sources = sources;
    }

    static NamedTests ofTheRepository() {
        return new NamedTests(Stream.of("core/src/test/java", "app/src/test/java")
                .flatMap(folder -> javaFiles(folder).stream())
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), NamedTests::read, String::concat)));
    }

    static List<Path> javaFiles(String folder) {
        try (Stream<Path> files = Files.walk(Repository.file(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean areNamedIn(String text) {
        return NAME.matcher(text).find();
    }

    /** The tests that a text names and that do not exist, class or method. */
    List<String> missingIn(String text) {
        return NAME.matcher(text)
                .results()
                .filter(name -> !exists(name.group(1), name.group(2)))
                .map(name -> name.group().replace("`", ""))
                .toList();
    }

    private boolean exists(String type, @Nullable String method) {
        String source = sources.getOrDefault(type, "");
        return method == null
                ? !source.isEmpty()
                : Pattern.compile("(?m)^ +void " + method + "\\(")
                        .matcher(source)
                        .find();
    }
}
