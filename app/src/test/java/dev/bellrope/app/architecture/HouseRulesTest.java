package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for all of our classes, and finds the class that was written to break it. */
class HouseRulesTest {
    private static final JavaClasses CORE =
            Ours.CLASSES.that(JavaClass.Predicates.resideInAPackage("dev.bellrope.core.."));
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("dev.bellrope.app.architecture.broken");

    static Stream<Arguments> rules() {
        return Stream.of(
                row("SQL is in tables", HouseRules.sqlIsInTables(), Ours.CLASSES, "broken.Wishes"),
                row("tables stay at home", HouseRules.tablesStayAtHome(), Ours.CLASSES, "broken.struck.Peeking"),
                row("time is passed to SQL", HouseRules.timeIsPassedToSql(), Ours.CLASSES, "broken.Wishes"),
                row("time comes from the clock", HouseRules.timeComesFromTheClock(), Ours.CLASSES, "broken.Watch.late"),
                row("so do milliseconds", HouseRules.timeComesFromTheClock(), Ours.CLASSES, "broken.Watch.early"),
                row("constructors inject", HouseRules.constructorsInject(), Ours.CLASSES, "broken.Injected.clock"),
                row("controllers are in web", HouseRules.controllersAreInWeb(), Ours.CLASSES, "broken.Strays"),
                row(
                        "controllers ask what may be seen",
                        HouseRules.controllersAskWhatMayBeSeen(),
                        Ours.CLASSES,
                        "broken.Strays"),
                row("names say something", HouseRules.namesSaySomething(), Ours.CLASSES, "broken.EscalationService"),
                row(
                        "packages speak of null",
                        HouseRules.packagesSpeakOfNull(),
                        Ours.CLASSES,
                        "broken.database.inside.Hidden"),
                row("core knows no framework", HouseRules.coreIsPlain(), CORE, "broken.Wishes"),
                row("core throws no dice", HouseRules.coreIsPlain(), CORE, "broken.Watch.chance"),
                row("one step weaves them", HouseRules.oneStepWeavesThem(), Ours.CLASSES, "broken.Shortcut"));
    }

    private static Arguments row(String name, ArchRule rule, JavaClasses ours, String breaks) {
        return Arguments.of(Named.of(name, rule), ours, breaks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyClassKeepsIt(ArchRule rule, JavaClasses ours, String breaks) {
        assertThat(ours).hasSizeGreaterThan(100);
        rule.check(ours);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rules")
    void itFindsTheBrokenClass(ArchRule rule, JavaClasses ours, String breaks) {
        assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails()).anyMatch(line -> line.contains(breaks));
    }

    @Test
    void migrationsTakeNoTimeOfTheDatabase() {
        List<Path> migrations = migrations();
        assertThat(migrations).hasSizeGreaterThan(5);
        assertThat(migrations)
                .allSatisfy(file -> assertThat(Files.readString(file)
                                .replaceAll("(?m)--.*$", "")
                                .toLowerCase(Locale.ROOT))
                        .doesNotContain("now()", "current_timestamp", "current_date"));
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.walk(Repository.file("app/src/main/resources/db/migration"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
