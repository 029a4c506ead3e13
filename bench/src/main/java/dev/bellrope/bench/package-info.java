/** Measurements beside what a user would pick instead, as ratios from one run. The door is {@link dev.bellrope.bench.Bench}. */
@NullMarked
package dev.bellrope.bench;

import org.jspecify.annotations.NullMarked;
