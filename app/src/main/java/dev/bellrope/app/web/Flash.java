package dev.bellrope.app.web;

import java.io.Serializable;

/**
 * A sentence that the next page shows once: {@code redirect.addFlashAttribute(Flash.NAME, Flash.good("Saved."))}.
 *
 * @param good whether it went well
 */
public record Flash(boolean good, String text) implements Serializable {
    /** The name of the flash attribute that the layout looks for. */
    public static final String NAME = "flash";

    public static Flash good(String text) {
        return new Flash(true, text);
    }

    public static Flash bad(String text) {
        return new Flash(false, text);
    }
}
