package dev.bellrope.app.messages.smtp;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the transport by the setting {@code bellrope.smtp.url}. */
public final class MailTransports {
    private MailTransports() {}

    /**
     * Returns the transport for a URL: {@code local:} is the mailbox of the demo; without a URL there is none, and
     * mails are held.
     */
    public static Optional<MailTransport> of(Optional<URI> smtpUrl, Envelope envelope, JdbcClient client, Clock clock) {
        return smtpUrl.map(url -> "local".equalsIgnoreCase(url.getScheme())
                ? new Mailbox(client, envelope, clock)
                : new SmtpTransport(url, envelope, clock));
    }
}
