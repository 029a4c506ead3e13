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
 * How mail leaves us, and whether it does.
 *
 * @param url as it is set, whose login is shown to nobody; empty: mails are held
 * @param envelope what all our mails have in common
 * @param transport empty as the URL is
 */
public record MailChannel(Optional<URI> url, Envelope envelope, Optional<MailTransport> transport) {
    /** Where it goes, without what one signs in with: {@code smtp://mail.example.com:587}, {@code local:}, or nothing. */
    public String where() {
        return url.map(one -> one.getHost() == null
                        ? one.getScheme() + ":"
                        : one.getScheme() + "://" + one.getHost() + (one.getPort() > 0 ? ":" + one.getPort() : ""))
                .orElse("");
    }

    /**
     * What came of a mail that was sent to try it.
     *
     * @param answer of the server, or why there was none
     */
    @Schema(name = "MailTest")
    public record TrialMail(boolean accepted, String to, String answer) {}

    /** Sends a mail at once, past the outbox and its guardrails: whoever tries it asked for it. */
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

    /** Nothing of the login. */
    @Override
    public String toString() {
        return "MailChannel[" + where() + "]";
    }
}
