/**
 * Outgoing webhooks, signed by the rules of Standard Webhooks. The entry point is {@link
 * dev.bellrope.app.messages.webhook.Webhooks}.
 */
@NullMarked
package dev.bellrope.app.messages.webhook;

import org.jspecify.annotations.NullMarked;
