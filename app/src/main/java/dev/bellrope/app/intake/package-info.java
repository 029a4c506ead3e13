/** Hears the world: each signal is kept once, given its account, and handed on. The door is {@link dev.bellrope.app.intake.Intake}. */
@NullMarked
package dev.bellrope.app.intake;

import org.jspecify.annotations.NullMarked;
