package dev.bellrope.app.escalations.web;

import dev.bellrope.app.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What was given in a body, or left out. */
final class Given {
    private Given() {}

    /** The text without blanks around it; empty where it was left out. */
    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** What must not be left out. */
    static <T> T present(@Nullable T given, String what) {
        if (given == null) {
            throw ProblemException.unprocessable("Missing is " + what + ".");
        }
        return given;
    }
}
