package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was given in a body, or left out. */
public final class BodyValues {
    private BodyValues() {}

    /** The text without blanks around it; empty where it was left out. */
    public static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** The list; empty where it was left out. A null within it is no entry, and is told as such. */
    static <T> List<T> all(@Nullable List<T> given, String what) {
        List<T> entries = given == null ? List.of() : given;
        entries.forEach(entry -> present(entry, "an entry of " + what + ", where null stands"));
        return entries;
    }

    /** What must not be left out. */
    static <T> T present(@Nullable T given, String what) {
        if (given == null) {
            throw ProblemException.unprocessable("Missing is " + what + ".");
        }
        return given;
    }
}
