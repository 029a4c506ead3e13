package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/capabilities.md has every capability once, and each that works names the test that proves it. */
class CapabilitiesTest {
    private static final NamedTests TESTS = NamedTests.ofTheRepository();

    @Test
    void everyCapabilityIsThereOnceAndInOrder() throws IOException {
        assertThat(CapabilityTable.expectedIds()).hasSize(205);
        assertThat(document().ids()).isEqualTo(CapabilityTable.expectedIds());
    }

    @Test
    void everyStateIsOneOfThreeAndEveryTestNamedExists() throws IOException {
        assertThat(document().problems(TESTS)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiterString = "=>", textBlock = """
                    | A-01 | It is heard | `/` | - | works |                              => A-01 works, but names no test
                    | A-01 | It is heard | `/` | by hand | works |                        => A-01 works, but names no test
                    | A-01 | It is heard | `/` | `NeverTest` | works |                    => A-01 names NeverTest, which does not exist
                    | A-01 | It is heard | `/` | `CapabilitiesTest#never` | partly: it is slow | => A-01 names CapabilitiesTest#never, which does not exist
                    | A-01 | It is heard | `/` | - | nearly |                             => A-01 is 'nearly'; accepted are works, partly: what is missing, not there
                    | A-01 | It is heard | `/` | - | partly |                             => A-01 is 'partly'; accepted are works, partly: what is missing, not there
                    | A-01 | It is heard | - | not there |                                => A-01 has not the five columns: id, capability, where, proven by, state
                    """)
    void aRowThatIsWrongIsFound(String row, String problem) {
        assertThat(new CapabilityTable(List.of(row)).problems(TESTS)).containsExactly(problem);
    }

    @Test
    void aRowThatIsMissingOrThereTwiceIsFound() throws IOException {
        List<String> lines = Files.readAllLines(Repository.file("docs/capabilities.md"));
        String second = lines.stream()
                .filter(line -> line.startsWith("| A-02 "))
                .findFirst()
                .orElseThrow();
        List<String> without =
                lines.stream().filter(line -> !line.equals(second)).toList();
        List<String> twice = lines.stream()
                .map(line -> line.startsWith("| A-03 ") ? second : line)
                .toList();
        assertThat(new CapabilityTable(without).ids()).isNotEqualTo(CapabilityTable.expectedIds());
        assertThat(new CapabilityTable(twice).ids()).isNotEqualTo(CapabilityTable.expectedIds());
    }

    private static CapabilityTable document() throws IOException {
        return new CapabilityTable(Files.readAllLines(Repository.file("docs/capabilities.md")));
    }
}
