/** What somebody owes by a date outside of a running escalation: opened, struck, done. The door is {@link dev.bellrope.app.tasks.Tasks}. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "alarms",
            "database",
            "directory",
            "directory :: entry",
            "playbooks",
            "web",
            "web :: revision"
        })
@NullMarked
package dev.bellrope.app.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
