/**
 * The frame of the web console, and the pages that several modules have a part in; {@link dev.bellrope.app.console.JteViews} renders the
 * templates of every module.
 */
@ApplicationModule(allowedDependencies = {"access", "alarms", "database", "playbooks", "settings", "web"})
@NullMarked
package dev.bellrope.app.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
