/** May import nothing, and imports its neighbour. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.architecture.broken.heard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
