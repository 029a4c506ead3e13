/**
 * Tells open pages what has changed since they were rendered, and who else is viewing the same escalation. The entry
 * point is {@link dev.bellrope.app.live.LiveUpdates}.
 */
@ApplicationModule(allowedDependencies = {"access", "escalations", "escalations :: store", "web"})
@NullMarked
package dev.bellrope.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
