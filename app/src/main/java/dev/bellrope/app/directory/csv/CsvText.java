package dev.bellrope.app.directory.csv;

import java.util.regex.Pattern;

/** Handles the text of a CSV file: the separator, and cells that a spreadsheet must not interpret as formulas. */
final class CsvText {
    /** What a spreadsheet would calculate (OWASP, "CSV Injection"), with any number of apostrophes before it. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private static final String SEPARATORS = ",;\t";

    private CsvText() {}

    /** Returns the separator: of {@code ,}, {@code ;} and the tabulator the one that the header contains most often. */
    static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '\n' || letter == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(letter) >= 0) {
                counts[SEPARATORS.indexOf(letter)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** Returns the cell, with an apostrophe in front if a spreadsheet would calculate it. */
    static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** Returns the cell without the apostrophe of {@link #guarded}. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
