package dev.bellrope.app.console;

import java.util.regex.Pattern;

/** Words as a cell of a table has room for them. */
public final class CellText {
    private static final Pattern LONG = Pattern.compile("\\S{20}");

    private CellText() {}

    /** Whether one of them is too long for a cell, so that it has to be broken. */
    public static boolean areLong(String text) {
        return LONG.matcher(text).find();
    }
}
