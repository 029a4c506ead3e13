/** Who acts: owner, backup, sponsor, facilitator, communications lead and task force, each with the reason. The door is {@link Routing}. */
@NullMarked
package dev.bellrope.core.routing;

import org.jspecify.annotations.NullMarked;
