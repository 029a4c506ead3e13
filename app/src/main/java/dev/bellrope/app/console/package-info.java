/** The frame of the web console; {@link dev.bellrope.app.console.JteViews} renders the templates of every module. */
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package dev.bellrope.app.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
