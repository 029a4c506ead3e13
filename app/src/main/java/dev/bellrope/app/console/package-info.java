/**
 * The frame of the web console, and the pages that belong to several modules; {@link dev.bellrope.app.web.JteViews}
 * renders the templates of all modules.
 */
@ApplicationModule(allowedDependencies = {"access", "alarms", "database", "playbooks", "settings", "web"})
@NullMarked
package dev.bellrope.app.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
