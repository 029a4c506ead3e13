package dev.bellrope.app.messages.webhook;

/** Thrown for an address that cannot be that of a webhook; the message says why, for whoever gave it. */
public final class UnfitAddress extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UnfitAddress(String why) {
        super(why);
    }
}
