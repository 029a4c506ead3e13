package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Journal;

/** A file that is not taken, with the reason for whoever sent it. */
public final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean large;

    private UnfitFile(String why, boolean large) {
        super(why);
        this.large = large;
    }

    static UnfitFile tooLarge(long largest) {
        return new UnfitFile("The file is larger than " + Journal.size(largest) + ", the most that is taken.", true);
    }

    static UnfitFile empty() {
        return new UnfitFile("The file is empty.", false);
    }

    static UnfitFile ofType(String type) {
        return new UnfitFile(
                "By its content the file is " + type + ", which is not taken. Taken are " + FileType.accepted() + ".",
                false);
    }

    /** Whether its size is what is wrong. */
    public boolean isTooLarge() {
        return large;
    }
}
