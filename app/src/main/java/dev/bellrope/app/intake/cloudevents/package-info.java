/** CloudEvents 1.0 over HTTP, alone or in batches. The door is {@link dev.bellrope.app.intake.cloudevents.CloudEvents}. */
@NullMarked
package dev.bellrope.app.intake.cloudevents;

import org.jspecify.annotations.NullMarked;
