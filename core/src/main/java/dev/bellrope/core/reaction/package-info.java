/** What follows from events: the messages to send. Start with {@link Reactions}. */
@NullMarked
package dev.bellrope.core.reaction;

import org.jspecify.annotations.NullMarked;
