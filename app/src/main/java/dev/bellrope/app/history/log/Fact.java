package dev.bellrope.app.history.log;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact and where a log has it.
 *
 * @param name the name of the fact, such as {@code priority}
 * @param column the column with the value; null for a fact that is always the same
 * @param values our words for the log's words; a word that is not listed stays as it is
 * @param otherwise the value if the log has none, or the constant value if there is no column; may be empty
 * @param shape the type that the value is converted to
 */
record Fact(
        String name, @Nullable LogColumn column, Map<String, String> values, String otherwise, FactConversion shape) {
    Fact {
        values = Map.copyOf(values);
    }

    /** The type that a text of the log is converted to. */
    enum FactConversion {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        YES_NO,
        /** Words separated by commas or semicolons. */
        LIST
    }

    static Fact always(String name, String value) {
        return new Fact(name, null, Map.of(), value, FactConversion.TEXT);
    }

    Optional<LogColumn> findColumn() {
        return Optional.ofNullable(column);
    }

    String text(LogHeader header, LogRow row) {
        String found = column == null ? "" : header.text(row, column);
        return found.isEmpty() ? otherwise : values.getOrDefault(found, found);
    }

    /** Finds the value in a row; throws {@link UnreadableValue} if it does not have the right type. */
    Optional<Object> find(LogHeader header, LogRow row) {
        String text = text(header, row);
        return text.isEmpty() ? Optional.empty() : Optional.of(shaped(text));
    }

    private Object shaped(String text) {
        return switch (shape) {
            case TEXT -> text;
            case NUMBER -> number(text);
            case WHOLE_NUMBER -> wholeNumber(text);
            case YES_NO -> yesNo(text);
            case LIST -> list(text);
        };
    }

    private Object number(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below, for both cases
        }
        throw new UnreadableValue(columnName(), text, "not a number");
    }

    private Object wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnreadableValue(columnName(), text, "not a whole number");
        }
    }

    private Object yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new UnreadableValue(columnName(), text, "neither yes nor no");
        };
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,;]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String columnName() {
        return column == null ? name : column.name();
    }
}
