/**
 * Escalations and the tickets they watch: load, decide, append, publish; the only writer of what happened. The door is
 * {@link dev.bellrope.app.escalations.Escalations}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "alarms", "database", "directory", "playbooks", "tasks", "traces", "web"})
@NullMarked
package dev.bellrope.app.escalations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
