/**
 * The version of the playbook in force, and all earlier versions. The entry point is
 * {@link dev.bellrope.app.playbooks.Playbooks}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "directory", "directory :: holidays", "directory :: safeguard", "web"})
@NullMarked
package dev.bellrope.app.playbooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
