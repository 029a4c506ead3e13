package dev.bellrope.app.directory.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the value of a fact in one cell. */
final class FactCells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A number with a decimal comma, its thousands apart by points, spaces or not at all. */
    private static final Pattern COMMA =
            Pattern.compile("([-+]?(?:\\d+|\\d{1,3}(?:[. \u00a0\u202f]\\d{3})+))(?:,(\\d+))?");

    private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?\\d{1,3}\\.\\d{3}");

    private FactCells() {}

    /** Returns whether the only point of a number may stand before decimals or after thousands. */
    static boolean isAmbiguous(String cell) {
        return AMBIGUOUS.matcher(cell).matches();
    }

    /** Returns a number with a decimal point for one with a decimal comma; anything else is returned unchanged. */
    static String withDecimalPoint(String cell) {
        Matcher number = COMMA.matcher(cell);
        if (!number.matches()) {
            return cell;
        }
        String whole = number.group(1).replaceAll("[+. \u00a0\u202f]", "");
        return number.group(2) == null ? whole : whole + "." + number.group(2);
    }

    /** Reads a cell: as JSON if it is JSON ({@code 5}, {@code true}, {@code ["a"]}), else as text. */
    static Object read(String cell) {
        try {
            Object value = JSON.readValue(cell, Object.class);
            return value == null ? cell : value;
        } catch (JacksonException noJson) {
            return cell;
        }
    }

    /** Writes a cell from which {@link #read} returns the same value. */
    static String write(Object value) {
        if (value instanceof String text
                && text.strip().equals(text)
                && !text.isEmpty()
                && read(text).equals(text)) {
            return text;
        }
        return JSON.writeValueAsString(value);
    }
}
