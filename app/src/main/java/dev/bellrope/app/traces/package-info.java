/**
 * Trace ids, which follow a signal to the last message about it, and their export to OpenTelemetry if configured. The
 * entry point is {@link dev.bellrope.app.traces.Traces}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bellrope.app.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
