package dev.bellrope.app.messages.smtp;

/** The provider did not accept a mail, or nobody knows whether it did. */
public final class MailNotAccepted extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean forGood;
    private final boolean certain;

    private MailNotAccepted(String why, boolean forGood, boolean certain, Throwable cause) {
        super(why, cause);
        this.forGood = forGood;
        this.certain = certain;
    }

    /** The provider has not got it; the same again may go well later. */
    static MailNotAccepted forNow(String why, Throwable cause) {
        return new MailNotAccepted(why, false, true, cause);
    }

    /** The provider has not got it; trying again is of no use. */
    static MailNotAccepted forGood(String why, Throwable cause) {
        return new MailNotAccepted(why, true, true, cause);
    }

    /** The conversation ended without an answer; it may have been taken. */
    static MailNotAccepted unanswered(String why, Throwable cause) {
        return new MailNotAccepted(why, false, false, cause);
    }

    /** Whether trying again is of no use. */
    public boolean isForGood() {
        return forGood;
    }

    /** Whether the provider has certainly not got it. */
    public boolean isCertain() {
        return certain;
    }
}
