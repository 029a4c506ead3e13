package dev.bellrope.app.history.log;

/** Thrown for a value of a log that does not have the type that the mapping says. */
final class UnreadableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableValue(String column, String value, String reason) {
        super("column \"" + column + "\", value \"" + value + "\": " + reason, null, false, false);
    }

    UnreadableValue(String reason) {
        super(reason, null, false, false);
    }
}
