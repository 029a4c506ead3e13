/** What machines ask of a running Bellrope: its health and its metrics. There is no door to call. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
