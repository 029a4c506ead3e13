/**
 * Keeps the directory from giving power away: which duties are reserved, who may give those that carry permissions, and
 * the trace that every change leaves in the audit trail.
 */
@NamedInterface("safeguard")
@NullMarked
package dev.bellrope.app.directory.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
