/** What happened, in words. The door is {@link Journal}. */
@NullMarked
package dev.bellrope.core.escalation.journal;

import org.jspecify.annotations.NullMarked;
