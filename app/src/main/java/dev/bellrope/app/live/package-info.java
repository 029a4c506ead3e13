/**
 * Tells open pages what has changed since they were drawn, and who else looks at the same escalation. The door is
 * {@link dev.bellrope.app.live.Live}.
 */
@ApplicationModule(allowedDependencies = {"access", "escalations", "web"})
@NullMarked
package dev.bellrope.app.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
