package dev.bellrope.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.Bellrope;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** No module of the application imports what it does not declare, nor the insides of another. */
class ModulesTest {
    private final ApplicationModules modules = ApplicationModules.of(Bellrope.class);

    @Test
    void modulesImportWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayImport() {
        assertThat(modules.stream()
                        .filter(module -> !module.getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .isPresent())
                        .map(module -> module.getIdentifier().toString()))
                .isEmpty();
    }

    @Test
    void anImportOfAModuleThatIsNotDeclaredIsFound() {
        assertThatThrownBy(broken()::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("heard")
                .hasMessageContaining("struck")
                .hasMessageContaining("Allowed targets");
    }

    @Test
    void anImportOfTheInsidesOfAModuleIsFound() {
        assertThatThrownBy(broken()::verify)
                .hasMessageContaining("non-exposed type dev.bellrope.app.architecture.broken.database.inside.Hidden");
    }

    private static ApplicationModules broken() {
        // Whatever is imported, tests too; without a filter of its own, Modulith leaves them out.
        return ApplicationModules.of("dev.bellrope.app.architecture.broken", location -> true);
    }
}
