package dev.bellrope.app.messages.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends mail to a server: {@code smtp://user:password@host:587}, {@code smtps://...:465}. With {@code smtp} the
 * connection is encrypted if the server supports it, and must be encrypted for a login, unless the server is this
 * machine. {@code ?starttls=required} always requires encryption; {@code ?starttls=off} never uses it, not even for a
 * login.
 */
final class SmtpTransport implements MailTransport {
    /** The time limit of each step of the conversation, in milliseconds. */
    private static final String TIMEOUT = "10000";

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final Envelope envelope;
    private final Clock clock;

    SmtpTransport(URI url, Envelope envelope, Clock clock) {
        this.envelope = envelope;
        this.clock = clock;
        boolean secure = "smtps".equalsIgnoreCase(url.getScheme());
        String protocol = secure ? "smtps" : "smtp";
        server.setProtocol(protocol);
        server.setHost(url.getHost());
        server.setPort(url.getPort() > 0 ? url.getPort() : secure ? 465 : 587);
        server.setDefaultEncoding("UTF-8");
        String[] login = url.getRawUserInfo() == null
                ? new String[0]
                : url.getRawUserInfo().split(":", 2);
        if (login.length > 0 && !login[0].isEmpty()) {
            server.setUsername(decode(login[0]));
            server.setPassword(login.length > 1 ? decode(login[1]) : "");
        }
        Properties mail = server.getJavaMailProperties();
        String prefix = "mail." + protocol + ".";
        mail.setProperty(prefix + "auth", Boolean.toString(login.length > 0 && !login[0].isEmpty()));
        mail.setProperty(prefix + "connectiontimeout", TIMEOUT);
        mail.setProperty(prefix + "timeout", TIMEOUT);
        mail.setProperty(prefix + "writetimeout", TIMEOUT);
        mail.setProperty(prefix + "localhost", envelope.host());
        mail.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (!secure) {
            String asked = url.getQuery() == null ? "" : url.getQuery().toLowerCase(Locale.ROOT);
            boolean off = asked.contains("starttls=off");
            boolean required =
                    asked.contains("starttls=required") || (login.length > 0 && !isThisMachine(url.getHost()));
            mail.setProperty(prefix + "starttls.enable", Boolean.toString(!off));
            mail.setProperty(prefix + "starttls.required", Boolean.toString(required && !off));
        }
    }

    @Override
    public String send(Mail mail) throws MailNotAccepted {
        MimeMessage letter;
        try {
            letter = MimeMessages.write(mail, envelope, server.getSession(), clock.instant());
        } catch (AddressException malformed) {
            throw MailNotAccepted.forGood(
                    "the address \"" + mail.address() + "\" is not one: " + malformed.getMessage(), malformed);
        } catch (MessagingException unwritable) {
            throw MailNotAccepted.forGood("the mail cannot be written: " + unwritable.getMessage(), unwritable);
        }
        try {
            server.send(letter);
            return "accepted by " + server.getHost();
        } catch (MailException failed) {
            Throwable cause = causeOf(failed);
            String reason = reason(cause);
            throw isForGood(cause)
                    ? MailNotAccepted.forGood(reason, failed)
                    : isAnswered(cause)
                            ? MailNotAccepted.forNow(reason, failed)
                            : MailNotAccepted.unanswered(reason, failed);
        }
    }

    @Override
    public boolean isOwn(String address) {
        return envelope.isOwn(address);
    }

    private static Throwable causeOf(MailException failed) {
        if (failed instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            return several.getMessageExceptions()[0];
        }
        return failed.getCause() == null ? failed : failed.getCause();
    }

    /**
     * Whether the reply is permanent: 5xx about the recipient or the message (RFC 5321, 4.2.1). A refused sender or
     * login is for an operator to fix.
     */
    private static boolean isForGood(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500) {
                return true;
            }
            if (one instanceof SMTPSendFailedException refused
                    && refused.getReturnCode() >= 550
                    && !(refused.getNextException() instanceof SMTPSenderFailedException)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the server said no, or could not be reached; a conversation that broke off may have done so after the
     * server's yes.
     */
    private static boolean isAnswered(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = next(one)) {
            boolean answered = switch (one) {
                case SMTPAddressFailedException refused -> refused.getReturnCode() > 0;
                case SMTPSenderFailedException refused -> refused.getReturnCode() > 0;
                case SMTPSendFailedException refused -> refused.getReturnCode() > 0;
                case MailConnectException unreachable -> true;
                case AuthenticationFailedException unwelcome -> true;
                default -> false;
            };
            if (answered) {
                return true;
            }
        }
        return false;
    }

    /** Returns the innermost message, which is mostly the server's own line. */
    private static String reason(Throwable cause) {
        String reason = "";
        for (Throwable one = cause; one != null; one = next(one)) {
            reason = one.getMessage() == null ? reason : one.getMessage();
        }
        return Envelope.line(reason);
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException failed && failed.getNextException() != null
                ? failed.getNextException()
                : one.getCause();
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static String decode(String written) {
        return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
