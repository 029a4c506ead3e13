/**
 * CloudEvents 1.0 over HTTP, single or in batches. The entry point is {@link
 * dev.bellrope.app.intake.cloudevents.CloudEvents}.
 */
@NullMarked
package dev.bellrope.app.intake.cloudevents;

import org.jspecify.annotations.NullMarked;
