/**
 * Finds escalations by what was said about them. The entry point is {@link dev.bellrope.app.search.EscalationSearch}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "database", "directory", "escalations", "escalations :: store", "web"})
@NullMarked
package dev.bellrope.app.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
