package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.messages.rounds.SqlTime;
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

/** The mailbox of the demo: keeps what would have been sent, so that it can be read in the console. */
public final class Mailbox implements MailTransport {
    private final JdbcClient client;
    private final Envelope envelope;
    private final Clock clock;

    Mailbox(JdbcClient client, Envelope envelope, Clock clock) {
        this.client = client;
        this.envelope = envelope;
        this.clock = clock;
    }

    /** A mail that was caught; its headers as they would have gone out. */
    public record Caught(
            UUID id, String recipient, String subject, String headers, String text, String html, Instant caughtAt) {}

    @Override
    public String send(Mail mail) throws NotAccepted {
        Instant now = clock.instant();
        String headers;
        try {
            MimeMessage letter = Letters.write(mail, envelope, Session.getInstance(new Properties()), now);
            headers = Collections.list(letter.getAllHeaderLines()).stream().collect(Collectors.joining("\n"));
        } catch (MessagingException unwritable) {
            throw new NotAccepted("the mail cannot be written: " + unwritable.getMessage(), true, unwritable);
        }
        client.sql("""
                insert into mailbox (message_id, sender, recipient, subject, headers, text_body, html_body, caught_at)
                values (:id, :sender, :recipient, :subject, :headers, :text, :html, :now)
                on conflict (message_id) do nothing
                """)
                .param("id", mail.id())
                .param("sender", envelope.from())
                .param("recipient", mail.address())
                .param("subject", Envelope.line(mail.subject()))
                .param("headers", headers)
                .param("text", Markdown.toText(mail.markdown()))
                .param("html", Markdown.toHtml(mail.markdown()))
                .param("now", SqlTime.of(now))
                .update();
        return "kept in the local mailbox";
    }

    @Override
    public boolean isOwn(String address) {
        return envelope.isOwn(address);
    }

    /** The newest first. */
    public static List<Caught> list(JdbcClient client, int limit) {
        return client.sql("""
                select message_id, recipient, subject, headers, text_body, html_body, caught_at
                from mailbox order by caught_at desc, message_id desc limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> new Caught(
                        row.getObject("message_id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("headers"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        SqlTime.get(row, "caught_at")))
                .list();
    }
}
