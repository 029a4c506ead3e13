/** How rows that are due are worked off by any number of nodes. The door is {@link dev.bellrope.app.messages.polling.Poller}. */
@NullMarked
package dev.bellrope.app.messages.polling;

import org.jspecify.annotations.NullMarked;
