package dev.bellrope.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.bellrope.app.Bellrope;
import org.springframework.modulith.core.ApplicationModules;

/** What we wrote, without the tests; it takes seconds to read, so it is read once. */
final class Ours {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.bellrope");

    private Ours() {}

    /** The modules of the application; read when first asked for. */
    static ApplicationModules modules() {
        return Modules.ALL;
    }

    private static final class Modules {
        static final ApplicationModules ALL = ApplicationModules.of(Bellrope.class);
    }
}
