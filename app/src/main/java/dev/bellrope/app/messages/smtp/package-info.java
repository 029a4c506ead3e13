/** Mail over SMTP, or into a local mailbox. The entry point is {@link dev.bellrope.app.messages.smtp.MailTransport}. */
@NullMarked
package dev.bellrope.app.messages.smtp;

import org.jspecify.annotations.NullMarked;
