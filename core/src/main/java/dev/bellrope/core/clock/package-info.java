/** Promises: a target with a budget and a calendar, and the clock that measures it. Start with {@link TargetClock}. */
@NullMarked
package dev.bellrope.core.clock;

import org.jspecify.annotations.NullMarked;
