package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of docs/guarantees.md names tests that there are. */
class GuaranteesTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

    @Test
    void everyPromiseNamesATestThatExists() throws IOException {
        List<String> promises = Files.readAllLines(Repository.file("docs/guarantees.md")).stream()
                .filter(line -> line.startsWith("| **"))
                .toList();
        assertThat(promises).hasSizeGreaterThan(5).allSatisfy(promise -> {
            List<MatchResult> tests = TEST.matcher(promise).results().toList();
            assertThat(tests).as(promise).isNotEmpty();
            assertThat(tests)
                    .allSatisfy(test -> assertThat(source(test.group(1)))
                            .as(test.group())
                            .contains(test.group(2) == null ? "@Test" : "void " + test.group(2) + "("));
        });
    }

    private static String source(String name) {
        try (Stream<Path> files = Files.walk(Repository.file("app/src/test/java"))) {
            Path found = files.filter(file -> file.endsWith(name + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + name));
            return Files.readString(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
