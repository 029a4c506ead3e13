/** Outgoing webhooks, signed by the Standard Webhooks rules; the door is {@link dev.bellrope.app.messages.webhook.Webhooks}. */
@NullMarked
package dev.bellrope.app.messages.webhook;

import org.jspecify.annotations.NullMarked;
