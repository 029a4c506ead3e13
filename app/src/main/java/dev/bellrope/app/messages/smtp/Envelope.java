package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.settings.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/**
 * What all our mails have in common.
 *
 * @param from our own address
 * @param host the host that Message-IDs and the List-Id end with
 */
public record Envelope(String from, String host) {
    /** From the settings; our address is {@code bellrope@} the host of the base URL unless one is set. */
    public static Envelope of(Settings settings, String from) {
        String host = settings.baseUrl().getHost();
        String domain = host == null || host.isEmpty() ? "localhost" : host;
        return new Envelope(from.isBlank() ? "bellrope@" + domain : from.strip(), domain);
    }

    /** Compared without the case and without the display name. */
    boolean isOwn(String address) {
        return bare(address).equals(bare(from));
    }

    String messageId(Mail mail) {
        return "<" + mail.id() + "@" + host + ">";
    }

    /** A mail that nobody ever got, and that all mails of a thread answer: so they stay together whatever was lost. */
    String threadId(Mail mail) {
        return "<" + mail.thread().replaceAll("[^A-Za-z0-9._-]", "_") + "@" + host + ">";
    }

    String listId() {
        return "Bellrope escalations <escalations." + host + ">";
    }

    /** A header ends at a line break: one in a subject would begin a header of somebody's choice. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String bare(String address) {
        try {
            return new InternetAddress(address, false).getAddress().toLowerCase(Locale.ROOT);
        } catch (AddressException malformed) {
            return address.strip().toLowerCase(Locale.ROOT);
        }
    }
}
