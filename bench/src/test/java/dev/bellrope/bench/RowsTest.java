package dev.bellrope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row goes through all of its steps, in its smallest form; what the figures are is left open. */
@Tag("long")
class RowsTest {
    private static final Scene SCENE =
            new Scene(Path.of("target").toAbsolutePath(), Extent.SMOKE, false, new LinkedHashMap<>());

    static Set<String> rows() {
        return Bench.ROWS.keySet();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void goesThrough(String row) {
        Finding finding = Objects.requireNonNull(Bench.ROWS.get(row)).apply(SCENE);
        assertThat(finding.notes()).noneMatch(note -> note.contains("WRONG") || note.contains("no figure"));
        if (!finding.how().startsWith("not measured")) {
            assertThat(finding.figures())
                    .isNotEmpty()
                    .allSatisfy(figure ->
                            assertThat(figure.values()).as(figure.contestant()).isNotEmpty());
        }
    }
}
