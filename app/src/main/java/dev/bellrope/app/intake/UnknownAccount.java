package dev.bellrope.app.intake;

import java.util.Objects;

/** There is no account of that id. */
public final class UnknownAccount extends RuntimeException {
    UnknownAccount(String account) {
        super("There is no account " + account + ". Add it to the directory first.");
    }

    /** What was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
