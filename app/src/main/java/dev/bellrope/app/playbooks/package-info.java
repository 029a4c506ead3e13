/**
 * Which version of the playbook is in force, and every version that ever was. The door is
 * {@link dev.bellrope.app.playbooks.Playbooks}.
 */
@ApplicationModule(allowedDependencies = {"access", "directory", "web"})
@NullMarked
package dev.bellrope.app.playbooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
