/**
 * Strikes due alarms, on all nodes at once: sleeps until the next alarm, and wakes when an earlier one is armed. The
 * entry point is {@link dev.bellrope.app.clocks.Clocks}.
 */
@ApplicationModule(allowedDependencies = {"alarms", "web"})
@NullMarked
package dev.bellrope.app.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
