/** Promises: a target with a budget and a calendar, and its running measurement. The door is {@link TargetClock}. */
@NullMarked
package dev.bellrope.core.clock;

import org.jspecify.annotations.NullMarked;
