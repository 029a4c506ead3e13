package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each promise of docs/guarantees.md names tests that exist. */
class GuaranteesTest {
    @Test
    void everyPromiseNamesATestThatExists() throws IOException {
        NamedTests tests = NamedTests.ofTheRepository();
        List<String> promises = Files.readAllLines(Repository.file("docs/guarantees.md")).stream()
                .filter(line -> line.startsWith("| **"))
                .toList();
        assertThat(promises).hasSizeGreaterThan(5).allSatisfy(promise -> {
            assertThat(NamedTests.areNamedIn(promise)).as(promise).isTrue();
            assertThat(tests.missingIn(promise)).as(promise).isEmpty();
        });
    }
}
