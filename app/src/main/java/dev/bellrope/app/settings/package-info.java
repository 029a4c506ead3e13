/**
 * What an operator may set, read and checked before anything starts; the door is {@link dev.bellrope.app.settings.Settings}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
