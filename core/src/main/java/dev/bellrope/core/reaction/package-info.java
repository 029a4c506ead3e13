/** What follows from events: alarms to set and to stop, messages to send. The door is {@link Reactions}. */
@NullMarked
package dev.bellrope.core.reaction;

import org.jspecify.annotations.NullMarked;
