/**
 * What is to be looked at again and when, whatever kind of subject it is of; and who strikes each kind. The door is
 * {@link dev.bellrope.app.alarms.AlarmTable}.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package dev.bellrope.app.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
