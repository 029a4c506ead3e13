package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** No module of the application imports what it does not declare, nor the insides of another. */
class ModulesTest {
    @Test
    void modulesImportWhatTheyDeclare() {
        Ours.modules().verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayImport() {
        assertThat(Ours.modules().stream()
                        .filter(module -> !module.getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .isPresent())
                        .map(module -> module.getIdentifier().toString()))
                .isEmpty();
    }

    @Test
    void anImportOfAModuleThatIsNotDeclaredIsFound() {
        assertThat(broken().getMessages())
                .anyMatch(message -> message.contains("Module 'heard' depends on module 'struck'")
                        && message.contains("Allowed targets: none"));
    }

    @Test
    void anImportOfTheInsidesOfAModuleIsFound() {
        assertThat(broken().getMessages())
                .anyMatch(message -> message.contains(
                        "depends on non-exposed type dev.bellrope.app.architecture.broken.database.inside.Hidden"));
    }

    private static Violations broken() {
        // Whatever is imported, tests too; without a filter of its own, Modulith leaves them out.
        return ApplicationModules.of("dev.bellrope.app.architecture.broken", location -> true)
                .detectViolations();
    }
}
