/**
 * What would happen: rehearsed with the functions that decide, without doing it. The entry points are
 * {@link dev.bellrope.app.foresight.Rehearsal}, {@link dev.bellrope.app.foresight.WhyNot},
 * {@link dev.bellrope.app.foresight.Preview} and {@link dev.bellrope.app.foresight.Forecast}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "directory", "escalations", "escalations :: store", "playbooks", "web"})
@NullMarked
package dev.bellrope.app.foresight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
