/**
 * The operator's settings, read and checked before anything starts. The entry point is {@link
 * dev.bellrope.app.settings.Settings}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
