package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type's name tells what it is, and a package is a room with one subject that a newcomer can read in an afternoon. */
class RoomsTest {
    /** The most lines that a package may have, its subpackages not counted. */
    private static final int LINES = 2_500;

    /** The most types of one package that may depend on each other in a circle. */
    private static final int CIRCLE = 3;

    /** Participles that the field itself uses as nouns. */
    private static final Set<String> NOUNS = Set.of(
            "Finding",
            "Heading",
            "Mapping",
            "Opening",
            "Paging",
            "Ranking",
            "Routing",
            "Setting",
            "Standing",
            "Warning");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("dev.bellrope.app.architecture.broken");

    @Test
    void noSimpleNameStandsTwice() {
        assertThat(Names.twice(Ours.CLASSES)).isEmpty();
    }

    @Test
    void aSimpleNameThatStandsTwiceIsFound() {
        assertThat(Names.twice(BROKEN)).containsExactly("Twice: broken.heard.Heard.Twice, broken.struck.Struck.Twice");
    }

    @Test
    void noTypeIsNamedByAParticipleAlone() {
        assertThat(Names.participles(Ours.CLASSES, NOUNS)).isEmpty();
    }

    @Test
    void aParticipleIsFound() {
        assertThat(Names.participles(BROKEN, NOUNS)).contains("broken.heard.Heard");
    }

    @Test
    void aRoomCanBeReadInAnAfternoon() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        for (String module : List.of("core", "app")) {
            lines.putAll(lines(Repository.file(module + "/src/main/java")));
        }
        assertThat(lines).hasSizeGreaterThan(40);
        assertThat(lines.entrySet().stream().filter(room -> room.getValue() > LINES))
                .isEmpty();
    }

    @Test
    void fewTypesOfARoomDependOnEachOtherInACircle() {
        assertThat(Circles.largerThan(CIRCLE, Ours.CLASSES)).isEmpty();
    }

    @Test
    void aLargerCircleIsFound() {
        assertThat(Circles.largerThan(1, BROKEN)).containsExactly("broken.circle: Back, Forth");
    }

    private static Map<String, Integer> lines(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> sources.relativize(file.getParent())
                                    .toString()
                                    .replace('/', '.'),
                            TreeMap::new,
                            Collectors.summingInt(RoomsTest::lineCount)));
        }
    }

    private static int lineCount(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return Math.toIntExact(lines.count());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The simple names of types, nested ones too. */
    private static final class Names {
        static List<String> twice(JavaClasses classes) {
            Map<String, Set<String>> types = new TreeMap<>();
            named(classes)
                    .forEach(type -> types.computeIfAbsent(type.getSimpleName(), one -> new TreeSet<>())
                            .add(shortName(type)));
            return types.entrySet().stream()
                    .filter(name -> name.getValue().size() > 1)
                    .map(name -> name.getKey() + ": " + String.join(", ", name.getValue()))
                    .toList();
        }

        /** What happened, and what was decided, are named by participles: that is how events and decisions are named in the field. */
        static List<String> participles(JavaClasses classes, Set<String> nouns) {
            return named(classes)
                    .filter(type -> type.getSimpleName()
                            .matches("[A-Z][a-z]+(ing|ed)|Heard|Told|Kept|Said|Found|Struck|Shown|Given"))
                    .filter(type -> !nouns.contains(type.getSimpleName()))
                    .filter(type -> type.getEnclosingClass().stream().noneMatch(JavaClass::isInterface))
                    .map(Names::shortName)
                    .sorted()
                    .toList();
        }

        private static Stream<JavaClass> named(JavaClasses classes) {
            return classes.stream()
                    .filter(type -> type.isTopLevelClass() || type.isMemberClass())
                    .filter(type -> !type.getSimpleName().equals("package-info"));
        }

        private static String shortName(JavaClass type) {
            return type.getName()
                    .replaceFirst("^dev\\.bellrope\\.(app\\.architecture\\.)?", "")
                    .replace('$', '.');
        }
    }
}
