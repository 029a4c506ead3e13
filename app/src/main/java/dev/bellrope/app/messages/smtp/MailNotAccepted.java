package dev.bellrope.app.messages.smtp;

/** Thrown when the provider did not accept a mail, or when the outcome is unknown. */
public final class MailNotAccepted extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean forGood;
    private final boolean certain;

    private MailNotAccepted(String why, boolean forGood, boolean certain, Throwable cause) {
        super(why, cause);
        this.forGood = forGood;
        this.certain = certain;
    }

    /** The provider has not got the mail; a retry may succeed. */
    static MailNotAccepted forNow(String why, Throwable cause) {
        return new MailNotAccepted(why, false, true, cause);
    }

    /** The provider has not got the mail; retrying is of no use. */
    static MailNotAccepted forGood(String why, Throwable cause) {
        return new MailNotAccepted(why, true, true, cause);
    }

    /** The conversation ended without an answer; the mail may have been accepted. */
    static MailNotAccepted unanswered(String why, Throwable cause) {
        return new MailNotAccepted(why, false, false, cause);
    }

    /** Whether retrying is of no use. */
    public boolean isForGood() {
        return forGood;
    }

    /** Whether the provider has certainly not got the mail. */
    public boolean isCertain() {
        return certain;
    }
}
