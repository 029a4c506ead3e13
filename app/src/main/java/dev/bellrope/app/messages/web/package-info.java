/** The pages and the API of the messages, the inbox, the dead letters and the webhook subscriptions. */
@NullMarked
package dev.bellrope.app.messages.web;

import org.jspecify.annotations.NullMarked;
