/** A module with insides. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.architecture.broken.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
