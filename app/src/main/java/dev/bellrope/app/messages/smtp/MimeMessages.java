package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.web.Markdown;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Creates MIME messages. */
final class MimeMessages {
    private MimeMessages() {}

    /** Writes a mail in its wire format, with a Message-ID that later attempts will use again. */
    static MimeMessage write(Mail mail, Envelope envelope, Session session, Instant at) throws MessagingException {
        MimeMessage letter = new MessageWithId(session, envelope.messageId(mail));
        try {
            MimeMessageHelper helper =
                    new MimeMessageHelper(letter, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
            helper.setFrom(new InternetAddress(envelope.from(), true));
            InternetAddress to = new InternetAddress(Envelope.line(mail.address()), true);
            if (!mail.name().isBlank()) {
                to.setPersonal(Envelope.line(mail.name()), StandardCharsets.UTF_8.name());
            }
            letter.setRecipient(RecipientType.TO, to);
            helper.setSubject(Envelope.line(mail.subject()));
            helper.setText(Markdown.toText(mail.markdown()), Markdown.toHtml(mail.markdown()));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is always there", impossible);
        }
        letter.setSentDate(Date.from(at));
        if (!mail.thread().isEmpty()) {
            letter.setHeader("In-Reply-To", envelope.threadId(mail));
            letter.setHeader("References", envelope.threadId(mail));
        }
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.setHeader("List-Id", envelope.listId());
        if (mail.trace().isPresent()) {
            letter.setHeader("Bellrope-Trace", mail.trace().get());
        }
        letter.saveChanges();
        return letter;
    }

    /** A message with a fixed id, since {@code saveChanges} would create a new one each time. */
    private static final class MessageWithId extends MimeMessage {
        private final String id;

        MessageWithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
