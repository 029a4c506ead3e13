package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every action of the API is reachable by a person, and every form by the API, or {@code parity.txt} says why not. */
class ParityTest {
    private static final String FILE = "app/src/test/resources/parity.txt";
    private static final String NONE = "- ";

    private static Set<String> operations;
    private static Set<String> forms;
    private static List<Line> lines;

    private record Line(String operation, String form) {
        static Line of(String written) {
            String[] sides = written.split("->", -1);
            assertThat(sides).as(written).hasSize(2);
            return new Line(sides[0].strip().replaceAll("\\s+", " "), sides[1].strip());
        }

        boolean isWithout(Function<Line, String> side) {
            return side.apply(this).startsWith(NONE);
        }
    }

    @BeforeAll
    static void ask() throws IOException {
        lines = Files.readAllLines(Repository.file(FILE)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of)
                .toList();
        try (RunningApp app =
                RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share()) {
            try (Visitor stranger = Visitor.stranger(app)) {
                stranger.get("/sign-in");
            }
            Set<Address> changing = Address.of(app).stream()
                    .filter(Address::changes)
                    .filter(address -> !address.pattern().contains("anything-new"))
                    .filter(address -> !address.pattern().equals("/error"))
                    .collect(Collectors.toSet());
            operations = words(changing, address -> address.pattern().startsWith("/api/"));
            forms = words(changing, address -> !address.pattern().startsWith("/api/"));
        }
    }

    private static Set<String> words(Set<Address> addresses, java.util.function.Predicate<Address> which) {
        return addresses.stream().filter(which).map(Address::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOperationOfTheApiHasAFormOrAReason() {
        assertThat(operations).hasSizeGreaterThan(40);
        assertThat(named(Line::operation))
                .as("operations of the API: give each a line in %s, with its form", FILE)
                .isEqualTo(operations);
    }

    @Test
    void everyFormHasAnOperationOrAReason() {
        assertThat(forms).hasSizeGreaterThan(30);
        assertThat(named(Line::form))
                .as("forms of the console: give each a line in %s, with its operation", FILE)
                .isEqualTo(forms);
    }

    @Test
    void whatHasNoCounterpartSaysWhyAndHasNoOther() {
        for (Line line : lines) {
            assertThat(line.isWithout(Line::operation) && line.isWithout(Line::form))
                    .as(line.toString())
                    .isFalse();
            if (line.isWithout(Line::operation)) {
                assertThat(line.operation()).as("a reason").hasSizeGreaterThan(20);
                assertThat(lines.stream().filter(other -> other.form().equals(line.form())))
                        .hasSize(1);
            }
            if (line.isWithout(Line::form)) {
                assertThat(line.form()).as("a reason").hasSizeGreaterThan(20);
                assertThat(lines.stream().filter(other -> other.operation().equals(line.operation())))
                        .hasSize(1);
            }
        }
    }

    private static Set<String> named(Function<Line, String> side) {
        return lines.stream()
                .map(side)
                .filter(one -> !one.startsWith(NONE))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
