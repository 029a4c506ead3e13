package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The picture of ARCHITECTURE.md is the code, and the code is the picture. */
class PictureTest {
    @Test
    void everyPackageIsDrawnAndImportsDownwards() throws IOException {
        Map<String, Set<String>> imports = imports();
        assertThat(imports).containsKeys("core.calendar", "app.escalations").hasSizeGreaterThan(20);
        assertThat(picture().flaws(imports)).isEmpty();
    }

    @Test
    void whatModulesDeclareIsBelowThem() throws IOException {
        Map<String, Set<String>> declared = declared();
        assertThat(declared).containsKey("app.escalations");
        assertThat(declared.get("app.escalations")).contains("app.directory");
        assertThat(picture().flaws(declared).stream().filter(flaw -> !flaw.startsWith("core.")))
                .isEmpty();
    }

    @Test
    void aPackageThatIsNotDrawnIsFound() {
        assertThat(Picture.of("core  routing", "      clock")
                        .flaws(Map.of("core.clock", Set.of(), "core.dice", Set.of())))
                .containsExactly("core.dice is not in the picture", "core.routing is drawn, and does not exist");
    }

    @Test
    void anImportUpwardsOrSidewaysIsFound() {
        Picture picture = Picture.of(
                "app   intake │ clocks    what hears, what strikes",
                "      escalations",
                "═══ the purity line ═══",
                "core  escalation");
        assertThat(picture.flaws(Map.of(
                        "app.intake", Set.of("app.clocks", "app.escalations"),
                        "app.clocks", Set.of("core.escalation"),
                        "app.escalations", Set.of("core.escalation"),
                        "core.escalation", Set.of("app.escalations"))))
                .containsExactly(
                        "app.intake imports app.clocks, which is not below it",
                        "core.escalation imports app.escalations, which is not below it");
    }

    @Test
    void theRealPictureWithARowMovedIsFound() throws IOException {
        String moved = Files.readString(Repository.file("ARCHITECTURE.md"))
                .replaceFirst("(?m)^( +)escalation( .*)$", "$1journeys$2");
        assertThat(Picture.read(moved).flaws(imports()))
                .containsExactly("core.escalation is not in the picture", "core.journeys is drawn, and does not exist");
    }

    @Test
    void aLineThatIsNoRowIsRefused() {
        assertThatThrownBy(() -> Picture.of("app   intake, clocks")).hasMessageContaining("intake, clocks");
        assertThatThrownBy(() -> Picture.of("app   intake", "      intake")).hasMessageContaining("twice");
    }

    private static Picture picture() throws IOException {
        return Picture.read(Files.readString(Repository.file("ARCHITECTURE.md")));
    }

    /** What each package of core and each module of app imports of the others, as compiled. */
    private static Map<String, Set<String>> imports() {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : Ours.CLASSES) {
            name(type).ifPresent(name -> {
                Set<String> others = imports.computeIfAbsent(name, one -> new TreeSet<>());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    name(dependency.getTargetClass().getBaseComponentType())
                            .filter(other -> !other.equals(name))
                            .ifPresent(others::add);
                }
            });
        }
        return imports;
    }

    /** {@code app.intake} for a class in dev.bellrope.app.intake.web; the application itself belongs to no module. */
    private static Optional<String> name(JavaClass type) {
        List<String> parts = List.of(type.getPackageName().split("\\."));
        boolean ours = type.getPackageName().startsWith("dev.bellrope.") && parts.size() > 3;
        return ours ? Optional.of(parts.get(2) + "." + parts.get(3)) : Optional.empty();
    }

    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> declared = new TreeMap<>();
        Ours.modules()
                .forEach(module -> declared.put(
                        "app." + module.getIdentifier(),
                        module
                                .getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .map(annotation -> Set.of(annotation.allowedDependencies()))
                                .orElse(Set.of())
                                .stream()
                                .map(name -> "app." + name.replaceFirst(" :: .*", ""))
                                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))));
        return declared;
    }
}
