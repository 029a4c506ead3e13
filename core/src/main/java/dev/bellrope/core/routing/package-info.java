/**
 * Who acts: owner, backup, sponsor, facilitator, communications lead and task force, each with the reason. Start with
 * {@link Routing} and, for the order of waiting work, {@link WaitingLine}.
 */
@NullMarked
package dev.bellrope.core.routing;

import org.jspecify.annotations.NullMarked;
