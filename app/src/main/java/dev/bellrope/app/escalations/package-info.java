/**
 * Escalations and the tickets they watch: loads, decides, appends and publishes; the only writer of events. The entry
 * point is {@link dev.bellrope.app.escalations.Escalations}.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "alarms",
            "database",
            "directory",
            "playbooks",
            "tasks",
            "traces",
            "web",
            "web :: revision"
        })
@NullMarked
package dev.bellrope.app.escalations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
