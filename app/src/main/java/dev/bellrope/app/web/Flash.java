package dev.bellrope.app.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that the next page shows once: {@code redirect.addFlashAttribute(Flash.NAME, Flash.good("Saved."))}.
 *
 * @param good whether it went well
 * @param undo the form that undoes it; null if there is none
 */
public record Flash(boolean good, String text, @Nullable Undo undo) implements Serializable {
    /** The name of the flash attribute that the layout looks for. */
    public static final String NAME = "flash";

    /** A form that undoes what was done, by another act, since everything that happened stays on record. */
    public record Undo(String action, HashMap<String, String> fields) implements Serializable {}

    public static Flash good(String text) {
        return new Flash(true, text, null);
    }

    public static Flash bad(String text) {
        return new Flash(false, text, null);
    }

    /** Returns the message with an undo form, if there is one. */
    public Flash with(Optional<Undo> way) {
        return new Flash(good, text, way.orElse(null));
    }
}
