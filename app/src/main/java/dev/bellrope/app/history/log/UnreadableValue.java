package dev.bellrope.app.history.log;

/** A value of a log that cannot be read as what the mapping says it is. */
final class UnreadableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableValue(String column, String value, String reason) {
        super("column \"" + column + "\", value \"" + value + "\": " + reason, null, false, false);
    }

    UnreadableValue(String reason) {
        super(reason, null, false, false);
    }
}
