/**
 * The alarms: which subject of any kind has to be looked at again and when; and who strikes each kind. The entry point
 * is {@link dev.bellrope.app.alarms.AlarmTable}.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package dev.bellrope.app.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
