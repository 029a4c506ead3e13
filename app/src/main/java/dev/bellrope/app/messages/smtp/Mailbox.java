package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.web.Markdown;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mailbox of the demo: stores mails instead of sending them, so that they can be read in the console. */
public final class Mailbox implements MailTransport {
    private final MailboxTable table;
    private final Envelope envelope;
    private final Clock clock;

    Mailbox(JdbcClient client, Envelope envelope, Clock clock) {
        table = new MailboxTable(client);
        this.envelope = envelope;
        this.clock = clock;
    }

    /** A mail in the mailbox, with the headers that it would have been sent with. */
    public record CaughtMail(
            UUID id, String recipient, String subject, String headers, String text, String html, Instant caughtAt) {}

    @Override
    public String send(Mail mail) throws MailNotAccepted {
        Instant now = clock.instant();
        String headers;
        try {
            MimeMessage letter = MimeMessages.write(mail, envelope, Session.getInstance(new Properties()), now);
            headers = Collections.list(letter.getAllHeaderLines()).stream().collect(Collectors.joining("\n"));
        } catch (MessagingException unwritable) {
            throw MailNotAccepted.forGood("the mail cannot be written: " + unwritable.getMessage(), unwritable);
        }
        table.insert(
                new CaughtMail(
                        mail.id(),
                        mail.address(),
                        Envelope.line(mail.subject()),
                        headers,
                        Markdown.toText(mail.markdown()),
                        Markdown.toHtml(mail.markdown()),
                        now),
                envelope.from());
        return "kept in the local mailbox";
    }

    @Override
    public boolean isOwn(String address) {
        return envelope.isOwn(address);
    }

    /** Lists mails, the newest first. */
    public static List<CaughtMail> list(JdbcClient client, VisibleAccounts visible, int limit) {
        return new MailboxTable(client).list(visible, limit);
    }
}
