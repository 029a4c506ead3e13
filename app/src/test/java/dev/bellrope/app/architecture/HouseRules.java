package dev.bellrope.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.reaction.Reactions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What the house style asks of classes and can be seen from outside. */
final class HouseRules {
    /** They touch no table: one takes a lock, one listens for notifications, one makes the database, one asks how far a standby is. */
    private static final Set<String> SQL_WITHOUT_TABLE =
            Set.of("AccountLock", "Striker", "EmbeddedPostgres", "StandbyWatch");

    private static final List<String> EMPTY_SUFFIXES =
            List.of("Service", "Manager", "Impl", "Dto", "Mapper", "Util", "Utils", "Helper", "Entity");

    private HouseRules() {}

    static ArchRule sqlIsInTables() {
        return noClasses()
                .that(are(
                        "outside of a *Table class",
                        type -> !outermost(type).endsWith("Table") && !SQL_WITHOUT_TABLE.contains(outermost(type))))
                .should()
                .callMethodWhere(target(describe("takes SQL", HouseRules::takesSql)))
                .because("a reader looks for the SQL of a table in one class");
    }

    /** But for the table of alarms, which is the door of its module, and for the list that search narrows. */
    static ArchRule tablesStayAtHome() {
        return classes()
                .should(new Be("a class that leaves the tables of other modules alone", HouseRules::leavesTablesAlone))
                .because("what another module may know of a table, its door says");
    }

    private static boolean leavesTablesAlone(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("dev.bellrope.app."))
                .filter(target -> outermost(target).endsWith("Table"))
                .filter(target -> !outermost(target).equals("AlarmTable"))
                .filter(target -> !(outermost(type).equals("SearchTable")
                        && outermost(target).equals("EscalationListTable")))
                .allMatch(target -> module(target).equals(module(type)));
    }

    private static String module(JavaClass type) {
        return type.getPackageName()
                .replaceFirst("^dev\\.bellrope\\.app\\.(architecture\\.broken\\.)?", "")
                .replaceFirst("\\..*", "");
    }

    static ArchRule timeIsPassedToSql() {
        return classes()
                .should(new NeverSay(
                        "(?is).*(\\b(now|(clock|statement|transaction)_timestamp)\\s*\\(\\s*\\)"
                                + "|\\bcurrent_(timestamp|date|time)\\b|\\blocaltime(stamp)?\\b).*",
                        "the time of the database"))
                .because("the time is passed in, so that it can be moved");
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(are(
                        "neither the ClockConfiguration, nor the clock of the demo, nor a command without an application",
                        type -> !List.of("ClockConfiguration", "MovableClock", "ArchiveCommand")
                                .contains(outermost(type))))
                .should()
                .callMethodWhere(target(describe("looks at the clock on the wall", HouseRules::looksAtTheWall)))
                .because("the time comes in by the Clock of the ClockConfiguration, or as an argument");
    }

    static ArchRule constructorsInject() {
        return noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("what a class needs stands in its constructor");
    }

    /** {@code console} is nothing but pages. */
    static ArchRule controllersAreInWeb() {
        return classes()
                .that(are(
                        "controllers",
                        type -> type.isMetaAnnotatedWith(Controller.class)
                                || type.isMetaAnnotatedWith(ControllerAdvice.class)))
                .should()
                .resideInAnyPackage("dev.bellrope.app.web", "dev.bellrope.app.*.web..", "dev.bellrope.app.console")
                .because("what speaks HTTP is in one place of a module");
    }

    /** They are given what may be seen; the lists that they ask demand it. */
    static ArchRule controllersAskWhatMayBeSeen() {
        return noClasses()
                .that(are("controllers", type -> type.isMetaAnnotatedWith(Controller.class)))
                .should()
                .accessField(VisibleAccounts.class, "ALL")
                .because("who may see an account is said in one place");
    }

    static ArchRule namesSaySomething() {
        return noClasses()
                .should(new Be(
                        "named by a suffix that says nothing",
                        type -> EMPTY_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith)))
                .because("such a suffix marks a missing name");
    }

    static ArchRule packagesSpeakOfNull() {
        return classes()
                .should(new Be(
                        "in a package whose package-info is @NullMarked",
                        type -> type.getPackage()
                                .tryGetAnnotationOfType(NullMarked.class)
                                .isPresent()))
                .because("NullAway checks what is marked, and nothing else");
    }

    static ArchRule coreIsPlain() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.slf4j..",
                        "java.sql..",
                        "java.net..",
                        "java.nio.file..",
                        "dev.bellrope.app..")
                .orShould()
                .callMethodWhere(target(describe("throws dice", HouseRules::throwsDice)))
                .because("a decision is a pure function");
    }

    static ArchRule oneStepWeavesThem() {
        return noClasses()
                .that(are(
                        "neither the rules themselves nor the engine",
                        type -> !List.of(
                                        "dev.bellrope.core.escalation",
                                        "dev.bellrope.core.escalation.rule",
                                        "dev.bellrope.core.reaction",
                                        "dev.bellrope.core.engine")
                                .contains(type.getPackageName())))
                .should()
                .callMethodWhere(target(describe(
                        "decides, arms or reacts",
                        called -> List.of(Decider.class, Alarms.class, Reactions.class).stream()
                                .anyMatch(called.getOwner()::isEquivalentTo))))
                .because("what is decided, armed and said belongs together, live and in virtual time: take a Step");
    }

    private static boolean takesSql(CodeUnitCallTarget called) {
        JavaClass owner = called.getOwner();
        return (owner.isEquivalentTo(JdbcClient.class) && called.getName().equals("sql"))
                || owner.isAssignableTo(JdbcOperations.class)
                || (owner.isAssignableTo(Statement.class) && called.getName().startsWith("execute"))
                || (owner.isAssignableTo(Connection.class) && called.getName().startsWith("prepare"));
    }

    private static boolean looksAtTheWall(CodeUnitCallTarget called) {
        JavaClass owner = called.getOwner();
        boolean now = owner.getPackageName().startsWith("java.time")
                && called.getName().equals("now")
                && called.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean wall = owner.isEquivalentTo(Clock.class) && called.getName().startsWith("system");
        boolean millis = owner.isEquivalentTo(System.class) && called.getName().equals("currentTimeMillis");
        return now || wall || millis;
    }

    private static boolean throwsDice(CodeUnitCallTarget called) {
        return (called.getOwner().isEquivalentTo(UUID.class) && called.getName().equals("randomUUID"))
                || (called.getOwner().isEquivalentTo(Math.class)
                        && called.getName().equals("random"))
                || called.getOwner().isAssignableTo(RandomGenerator.class);
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }

    private static DescribedPredicate<JavaClass> are(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return describe(description, predicate);
    }
}
