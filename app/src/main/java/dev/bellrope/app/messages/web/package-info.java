/** Pages and JSON of the messages, the inbox, the dead letters and the webhook subscriptions. */
@NullMarked
package dev.bellrope.app.messages.web;

import org.jspecify.annotations.NullMarked;
