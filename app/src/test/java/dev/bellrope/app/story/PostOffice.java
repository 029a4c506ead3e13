package dev.bellrope.app.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** A real mail server that takes everything. */
public final class PostOffice implements AutoCloseable {
    private final GreenMail server;

    /** On that port; 0 takes any free one. */
    public PostOffice(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
    }

    public URI url() {
        return URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort());
    }

    /** One mail as it arrived. */
    public record Letter(String to, String subject, String id, String thread, String trace) {}

    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .map(PostOffice::letter)
                .toList();
    }

    private static Letter letter(MimeMessage mail) {
        try {
            return new Letter(
                    mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceAll(".*<|>.*", ""),
                    mail.getSubject(),
                    mail.getMessageID(),
                    String.join(" ", mail.getHeader("In-Reply-To", " "), mail.getHeader("References", " ")),
                    String.valueOf(mail.getHeader("Bellrope-Trace", " ")));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
