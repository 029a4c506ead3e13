/** Mail over SMTP, or into a local mailbox; the door is {@link dev.bellrope.app.messages.smtp.MailTransport}. */
@NullMarked
package dev.bellrope.app.messages.smtp;

import org.jspecify.annotations.NullMarked;
