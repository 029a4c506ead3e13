package dev.bellrope.core.playbook.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1, in characters as people count them
 */
public record SourcePlace(int line, int column) {
    /**
     * Finds the place in the file of a character of a scalar's value. The scalar may be folded over several lines,
     * quoted or escaped.
     */
    public static SourcePlace of(ScalarNode scalar, int valueLine, int valueColumn, PlaybookProblems source) {
        Mark mark = scalar.getStartMark().orElseThrow();
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            return new SourcePlace(mark.getLine() + 1 + valueLine, indent(source, mark.getLine() + 1) + valueColumn);
        }
        boolean folded = style == ScalarStyle.FOLDED;
        int row = mark.getLine() + (folded ? 1 : 0);
        String text = source.line(row);
        int at = folded
                ? indent(source, row)
                : text.offsetByCodePoints(0, Math.min(mark.getColumn(), text.codePointCount(0, text.length())));
        at += style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED ? 1 : 0;
        int left = offset(scalar.getValue(), valueLine, valueColumn);
        while (left > 0) {
            if (at < text.stripTrailing().length()) {
                at += width(text, at, style);
            } else {
                row++; // a line break was folded into one space
                text = source.line(row);
                at = text.length() - text.stripLeading().length();
            }
            left--;
        }
        return new SourcePlace(row + 1, text.codePointCount(0, Math.min(at, text.length())) + 1);
    }

    private static int offset(String value, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = value.indexOf('\n', start) + 1;
        }
        return value.codePointCount(0, start) + column - 1;
    }

    private static int indent(PlaybookProblems source, int row) {
        String text = source.line(row);
        return text.length() - text.stripLeading().length();
    }

    /** Returns the number of chars in the file that make one character of the value. */
    private static int width(String text, int at, ScalarStyle style) {
        if (at + 1 < text.length() && style == ScalarStyle.DOUBLE_QUOTED && text.charAt(at) == '\\') {
            return switch (text.charAt(at + 1)) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }
        boolean doubled = style == ScalarStyle.SINGLE_QUOTED && text.startsWith("''", at);
        return doubled ? 2 : Character.charCount(text.codePointAt(at));
    }
}
