/**
 * Takes in signals: each is stored once, mapped to its account, and handled. The entry point is {@link
 * dev.bellrope.app.intake.Intake}.
 */
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
