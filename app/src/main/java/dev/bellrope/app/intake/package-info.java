/** Hears the world: each signal is kept once, given its account, and handed on. The door is {@link dev.bellrope.app.intake.Intake}. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "directory",
            "directory :: entry",
            "escalations",
            "foresight",
            "settings",
            "traces",
            "web"
        })
@NullMarked
package dev.bellrope.app.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
