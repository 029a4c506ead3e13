/**
 * Timers that strike: ours beside those that a team would use instead, on one PostgreSQL. Each contestant is one file, in the settings
 * that its own documentation gives; the doors are the rows, {@link dev.bellrope.bench.clocks.DueClocks} and its siblings.
 */
@NullMarked
package dev.bellrope.bench.clocks;

import org.jspecify.annotations.NullMarked;
