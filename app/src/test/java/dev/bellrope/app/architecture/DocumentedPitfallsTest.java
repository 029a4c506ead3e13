package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes in the code lead somewhere: {@code T41} to docs/pitfalls.md, {@code D-14} to docs/capabilities.md. */
class DocumentedPitfallsTest {
    private static final Pattern ROW = Pattern.compile("\\| T(\\d+) \\|.*");

    /** In the name of a test, {@code T41_T42_whatHolds}. */
    private static final Pattern IN_A_NAME = Pattern.compile("(?:\\b|_)T([1-9]\\d*)(?=_)");

    /** In a comment or the title of a test, in brackets or at its beginning: {@code (T41)}, {@code "T41 T42: ..."}. */
    private static final Pattern IN_WORDS = Pattern.compile("[(\", ]T([1-9]\\d*)(?=[),:]| T\\d)");

    private static final Pattern CAPABILITY = Pattern.compile("\\b[A-Z]-\\d\\d\\b");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*/?\\*.*|//.*");

    @Test
    void everyPitfallHasARowAndEveryRowNamesTestsThatExist() throws IOException {
        NamedTests tests = NamedTests.ofTheRepository();
        List<String> rows = rows();
        assertThat(numbers(rows)).isEqualTo(IntStream.rangeClosed(1, 80).boxed().toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(NamedTests.areNamedIn(row)).as(row).isTrue();
            assertThat(tests.missingIn(row)).as(row).isEmpty();
        });
    }

    @Test
    void everyNumberOfAPitfallThatIsUsedHasARow() throws IOException {
        Set<Integer> used = used();
        assertThat(used).hasSizeGreaterThan(70);
        assertThat(numbers(rows())).containsAll(used);
    }

    @Test
    void everyCapabilityThatACommentNamesHasARow() {
        List<String> named = sources()
                .flatMap(source -> COMMENT.matcher(source).results())
                .flatMap(comment -> CAPABILITY.matcher(comment.group()).results())
                .map(MatchResult::group)
                .toList();
        assertThat(named).isNotEmpty().isSubsetOf(CapabilityTable.expectedIds());
    }

    @Test
    void codesAreFoundWhereverTheyStand() {
        assertThat(pitfallsIn("void A04_T78_two_acknowledge()").toList()).containsExactly(78);
        assertThat(pitfallsIn("void T66_T99_caps()").toList()).containsExactly(66, 99);
        assertThat(pitfallsIn("/** Stays missed (T22), also then (F-02, T98). */")
                        .toList())
                .containsExactly(22, 98);
        assertThat(pitfallsIn("@DisplayName(\"T97: said once\")").toList()).containsExactly(97);
        assertThat(pitfallsIn("tier T1 is stronger than T2 at 2026-01-01T00:00:00Z")
                        .toList())
                .isEmpty();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Repository.file("docs/pitfalls.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    private static List<Integer> numbers(List<String> rows) {
        return rows.stream()
                .map(row -> Integer.valueOf(row.substring(3, row.indexOf(' ', 3))))
                .toList();
    }

    private static Set<Integer> used() {
        return sources().flatMap(DocumentedPitfallsTest::pitfallsIn).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Integer> pitfallsIn(String source) {
        return Stream.of(IN_A_NAME, IN_WORDS)
                .flatMap(pattern -> pattern.matcher(source).results())
                .map(code -> Integer.valueOf(code.group(1)));
    }

    private static Stream<String> sources() {
        return Stream.of("core/src", "app/src", "bench/src")
                .flatMap(folder -> NamedTests.javaFiles(folder).stream())
                .filter(file -> !file.endsWith("DocumentedPitfallsTest.java"))
                .map(NamedTests::read);
    }
}
