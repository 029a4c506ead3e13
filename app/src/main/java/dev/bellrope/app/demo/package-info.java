/**
 * A made-up company to look at: people and accounts, a fortnight of history that the real engine processed in virtual
 * time, and a gentle stream of live signals. Only {@code bellrope demo} uses it. The entry point is {@link
 * dev.bellrope.app.demo.Demo}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "alarms",
            "clocks",
            "directory",
            "directory :: csv",
            "directory :: entry",
            "escalations",
            "escalations :: store",
            "intake",
            "messages",
            "playbooks",
            "settings"
        })
@NullMarked
package dev.bellrope.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
