/**
 * Lets any number of nodes process rows that are due. The entry point is {@link
 * dev.bellrope.app.messages.polling.Poller}.
 */
@NullMarked
package dev.bellrope.app.messages.polling;

import org.jspecify.annotations.NullMarked;
