package dev.bellrope.app.messages.smtp;

/** Takes a mail out of our hands. */
public interface MailTransport {
    /** Returns once the provider accepted it, and says so in a few words; only then is it done. */
    String send(Mail mail) throws MailNotAccepted;

    /** Whether an address is one of our own, which never gets mail from us. */
    boolean isOwn(String address);
}
