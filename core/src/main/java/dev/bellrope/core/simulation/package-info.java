/** The whole engine in virtual time, over a log or a script. Start with {@link Simulation}. */
@NullMarked
package dev.bellrope.core.simulation;

import org.jspecify.annotations.NullMarked;
