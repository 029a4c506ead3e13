/** All of it in virtual time, over a log or a script. The door is {@link Simulation}. */
@NullMarked
package dev.bellrope.core.simulation;

import org.jspecify.annotations.NullMarked;
