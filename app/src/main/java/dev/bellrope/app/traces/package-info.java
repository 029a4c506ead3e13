/**
 * The id that goes from a signal to the last message about it, and its export to OpenTelemetry where a setting says so; the door is
 * {@link dev.bellrope.app.traces.Traces}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
