package dev.bellrope.app.intake;

import java.util.Objects;

/** Thrown when no account has the given id. */
public final class UnknownAccount extends RuntimeException {
    UnknownAccount(String account) {
        super("There is no account " + account + ". Add it to the directory first.");
    }

    /** Returns what was wrong and what is accepted. */
    public String why() {
        return Objects.requireNonNull(getMessage());
    }
}
