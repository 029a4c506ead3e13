package dev.bellrope.app.directory.csv;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the value of a fact in one cell. */
final class FactCells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactCells() {}

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
