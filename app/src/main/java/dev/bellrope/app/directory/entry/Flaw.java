package dev.bellrope.app.directory.entry;

/**
 * What is wrong with one value.
 *
 * @param line the line of the file, from 1; 0 if there are no lines
 * @param column the column or field; empty if it concerns the whole
 * @param value the given value, shortened if it is long
 * @param message what is wrong with it, and what is accepted
 */
public record Flaw(long line, String column, String value, String message) {
    private static final int SHOWN = 80;

    public Flaw {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        value = value.replace('\0', '\u2400');
    }

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ", ")
                + (column.isEmpty() ? "" : column + " ")
                + (value.isEmpty() ? "" : "\"" + value + "\": ")
                + message;
    }
}
