package dev.bellrope.app.console;

import java.util.regex.Pattern;

/** Checks how texts fit into the cells of a table. */
public final class CellText {
    private static final Pattern LONG = Pattern.compile("\\S{20}");

    private CellText() {}

    /** Returns whether a text contains a word that is too long for a cell and has to be broken. */
    public static boolean areLong(String text) {
        return LONG.matcher(text).find();
    }
}
