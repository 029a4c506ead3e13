package dev.bellrope.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.bellrope.core.broken.clock.LooksUpwards;
import dev.bellrope.core.broken.insight.LooksBeside;
import dev.bellrope.core.broken.unmarked.WithoutNullMarked;
import dev.bellrope.core.broken.world.AsksTheWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing points up, nothing asks the world; and every rule can fail, as the broken classes show. */
class LayersTest {
    private static final String CORE = "dev.bellrope.core.";

    /** Lowest first; what stands in one row must not know each other. */
    private static final List<Set<String>> ROWS = List.of(
            Set.of("calendar", "fact"),
            Set.of("account"),
            Set.of("signal", "clock"),
            Set.of("playbook"),
            Set.of("routing", "ticket"),
            Set.of("escalation"),
            Set.of("message", "task"),
            Set.of("reaction", "insight"),
            Set.of("engine"),
            Set.of("simulation"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.bellrope.core");

    /** A rule and the classes that break it. */
    record Rule(String name, ArchRule rule, Class<?>... broken) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("nothing points up", downwards(), LooksUpwards.class),
                new Rule("nothing points sideways", downwards(), LooksBeside.class),
                new Rule("core is plain Java", plain(), AsksTheWorld.class),
                new Rule("nothing asks for the time", noClock(), AsksTheWorld.class),
                new Rule("nothing is left to chance", noChance(), AsksTheWorld.class),
                new Rule("nothing asks where it runs", noPlace(), AsksTheWorld.class),
                new Rule("nothing is printed", noPrinting(), AsksTheWorld.class),
                new Rule("every package is null-marked", nullMarked(), WithoutNullMarked.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.rule().check(CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void can_fail(Rule rule) {
        JavaClasses broken = new ClassFileImporter().importClasses(rule.broken());

        assertThat(rule.rule().evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void every_package_stands_in_the_picture() {
        Set<String> known = new HashSet<>();
        ROWS.forEach(known::addAll);
        assertThat(CLASSES.stream().map(LayersTest::part).distinct()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static ArchRule downwards() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("know only what lies below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().forEach(dependency -> {
                    JavaClass target = dependency.getTargetClass();
                    boolean allowed = !target.getPackageName().startsWith("dev.bellrope.core")
                            || part(target).equals(part(item))
                            || row(target) < row(item);
                    events.add(new SimpleConditionEvent(item, allowed, dependency.getDescription()));
                });
            }
        });
    }

    private static int row(JavaClass of) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).contains(part(of))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The package below core; a broken class pretends to live in the one that it is named after. */
    private static String part(JavaClass of) {
        String name = of.getPackageName() + ".";
        String below = name.startsWith(CORE) ? name.substring(CORE.length()) : "";
        String own = below.startsWith("broken.") ? below.substring("broken.".length()) : below;
        return own.substring(0, Math.max(own.indexOf('.'), 0));
    }

    private static ArchRule plain() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "org.apache..",
                        "java.net..",
                        "java.net.http.."));
    }

    private static ArchRule noClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class);
    }

    private static ArchRule noChance() {
        return noClasses()
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.security.SecureRandom.class)
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.random.."));
    }

    private static ArchRule noPlace() {
        return noClasses()
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault");
    }

    private static ArchRule noPrinting() {
        return noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
    }

    private static ArchRule nullMarked() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("live in a null-marked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                List<String> annotations = new ArrayList<>();
                try {
                    Class<?> info = Class.forName(item.getPackageName() + ".package-info");
                    Arrays.stream(info.getAnnotations())
                            .forEach(annotation ->
                                    annotations.add(annotation.annotationType().getName()));
                } catch (ClassNotFoundException absent) {
                    annotations.clear();
                }
                events.add(new SimpleConditionEvent(
                        item, annotations.contains(NullMarked.class.getName()), item.getName() + " " + annotations));
            }
        });
    }
}
