package dev.bellrope.app.directory.csv;

import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Flaws;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Handles the text of a CSV file: UTF-8, the separator, and cells that a spreadsheet must not interpret as formulas.
 */
final class CsvText {
    /** What a spreadsheet would calculate (OWASP, "CSV Injection"), with any number of apostrophes before it. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private CsvText() {}

    /**
     * @throws BadInput if the file is not UTF-8; names the line
     */
    static String decode(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, text, true);
        if (result.isError()) {
            Flaws flaws = new Flaws();
            flaws.add(lineAt(bytes, input.position()), "", "", "is not UTF-8; save the file as \"CSV UTF-8\"");
            flaws.raise();
        }
        String decoded = text.flip().toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private static long lineAt(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Returns the separator: {@code ,} or {@code ;}, whichever the header contains more often. */
    static char separator(String text) {
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '\n' || letter == '\r')) {
                break;
            } else if (!quoted && letter == ',') {
                commas++;
            } else if (!quoted && letter == ';') {
                semicolons++;
            }
        }
        return semicolons > commas ? ';' : ',';
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
