package dev.bellrope.app.messages.smtp;

/** Hands mails over to a provider. */
public interface MailTransport {
    /**
     * Sends a mail and returns once the provider has accepted it, with a few words about it; only then is the mail
     * done.
     */
    String send(Mail mail) throws MailNotAccepted;

    /** Whether an address is our own, to which we never send mail. */
    boolean isOwn(String address);
}
