package dev.bellrope.app.attachments;

import dev.bellrope.core.escalation.journal.Journal;

/** Thrown when a file is not accepted, with the reason for the sender. */
public final class UnacceptableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean large;

    private UnacceptableFile(String why, boolean large) {
        super(why);
        this.large = large;
    }

    static UnacceptableFile tooLarge(long largest) {
        return new UnacceptableFile(
                "The file is larger than " + Journal.size(largest) + ", the most that is taken.", true);
    }

    static UnacceptableFile empty() {
        return new UnacceptableFile("The file is empty.", false);
    }

    static UnacceptableFile ofType(String type) {
        return new UnacceptableFile(
                "By its content the file is " + type + ", which is not taken. Taken are " + FileType.accepted() + ".",
                false);
    }

    /** Returns whether the file is too large. */
    public boolean isTooLarge() {
        return large;
    }
}
