/** May import the database, and imports its insides. */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package dev.bellrope.app.architecture.broken.struck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
