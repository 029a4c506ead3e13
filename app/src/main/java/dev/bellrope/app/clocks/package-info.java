/**
 * Strikes what is due, on every node at once: sleeps until the next alarm, is woken when an earlier one is armed. The door
 * is {@link dev.bellrope.app.clocks.Clocks}.
 */
@ApplicationModule(allowedDependencies = {"alarms", "web"})
@NullMarked
package dev.bellrope.app.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
