package dev.bellrope.app.messages.smtp;

import dev.bellrope.app.settings.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/**
 * What all our mails have in common.
 *
 * @param from our own address
 * @param host the domain at the end of Message-IDs and the List-Id
 */
public record Envelope(String from, String host) {
    /**
     * Creates the envelope from the settings; unless an address is set, ours is {@code bellrope@} followed by the host
     * of the base URL.
     */
    public static Envelope of(Settings settings, String from) {
        String host = settings.baseUrl().getHost();
        String domain = host == null || host.isEmpty() ? "localhost" : host;
        return new Envelope(from.isBlank() ? "bellrope@" + domain : from.strip(), domain);
    }

    /** Whether an address is our own, regardless of case and display name. */
    boolean isOwn(String address) {
        return bare(address).equals(bare(from));
    }

    String messageId(Mail mail) {
        return "<" + mail.id() + "@" + host + ">";
    }

    /**
     * Returns the id of a mail that was never sent and that all mails of a thread reply to: so they stay together,
     * whichever of them were lost.
     */
    String threadId(Mail mail) {
        return "<" + mail.thread().replaceAll("[^A-Za-z0-9._-]", "_") + "@" + host + ">";
    }

    String listId() {
        return "Bellrope escalations <escalations." + host + ">";
    }

    /**
     * Returns a text on one line: a line break would end the header, and what follows in a subject could forge another.
     */
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
