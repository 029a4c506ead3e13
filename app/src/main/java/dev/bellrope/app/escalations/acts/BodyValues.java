package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a body that may be missing. */
public final class BodyValues {
    private BodyValues() {}

    /** Returns the text without surrounding whitespace; empty if it was left out. */
    public static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** Returns the list; empty if it was left out. A null entry is reported as missing. */
    static <T> List<T> all(@Nullable List<T> given, String what) {
        List<T> entries = given == null ? List.of() : given;
        for (int index = 0; index < entries.size(); index++) {
            present(entries.get(index), "/" + what + "/" + index, "an entry of " + what + ", where null stands");
        }
        return entries;
    }

    /** Returns a value that must not be left out. */
    static <T> T present(@Nullable T given, String pointer, String what) {
        if (given == null) {
            throw ProblemException.unprocessable(
                    "Missing is " + what + ".", ProblemError.at(pointer, "missing: " + what));
        }
        return given;
    }
}
