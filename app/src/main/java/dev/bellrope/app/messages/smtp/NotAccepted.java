package dev.bellrope.app.messages.smtp;

/** The provider did not accept a mail, or nobody knows whether it did. */
public final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean forGood;

    /**
     * Says why.
     *
     * @param forGood whether trying again is of no use
     */
    public NotAccepted(String why, boolean forGood, Throwable cause) {
        super(why, cause);
        this.forGood = forGood;
    }

    public boolean isForGood() {
        return forGood;
    }
}
