/** The command line. The entry point is {@link dev.bellrope.app.cli.Commands}. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "demo",
            "directory",
            "directory :: holidays",
            "escalations :: store",
            "history",
            "history :: log",
            "settings"
        })
@NullMarked
package dev.bellrope.app.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
