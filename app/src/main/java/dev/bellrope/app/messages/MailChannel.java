package dev.bellrope.app.messages;

import dev.bellrope.app.messages.smtp.Envelope;
import dev.bellrope.app.messages.smtp.Mail;
import dev.bellrope.app.messages.smtp.MailNotAccepted;
import dev.bellrope.app.messages.smtp.MailTransport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * How outgoing mail is sent, if it is.
 *
 * @param url as configured; its login is shown to nobody; if empty, mails are held
 * @param envelope what all our mails have in common
 * @param transport empty if the URL is
 */
public record MailChannel(Optional<URI> url, Envelope envelope, Optional<MailTransport> transport) {
    /** Returns the server without the login: {@code smtp://mail.example.com:587}, {@code local:}, or the empty text. */
    public String where() {
        return url.map(one -> one.getHost() == null
                        ? one.getScheme() + ":"
                        : one.getScheme() + "://" + one.getHost() + (one.getPort() > 0 ? ":" + one.getPort() : ""))
                .orElse("");
    }

    /**
     * The result of a test mail.
     *
     * @param answer the server's answer, or why there was none
     */
    @Schema(name = "MailTest")
    public record TrialMail(boolean accepted, String to, String answer) {}

    /** Sends a mail at once, past the outbox and its guardrails, since the person who tests it has asked for it. */
    public TrialMail send(UUID id, String address, String name, String subject, String markdown) {
        if (transport.isEmpty()) {
            return new TrialMail(false, address, "no mail server is set (smtp.url), so mails are held");
        }
        try {
            Mail mail = new Mail(id, "", address, name, subject, markdown, Optional.empty());
            return new TrialMail(true, address, transport.get().send(mail));
        } catch (MailNotAccepted refused) {
            return new TrialMail(false, address, String.valueOf(refused.getMessage()));
        }
    }

    /** Leaves out the login. */
    @Override
    public String toString() {
        return "MailChannel[" + where() + "]";
    }
}
