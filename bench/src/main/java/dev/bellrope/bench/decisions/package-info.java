/** The engine by itself, without a database: what one decision takes, and whether that grows with history. */
@NullMarked
package dev.bellrope.bench.decisions;

import org.jspecify.annotations.NullMarked;
