package dev.bellrope.app.history.log;

/** A value of a log that cannot be read as what the mapping says it is. */
final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadValue(String column, String value, String reason) {
        super("column \"" + column + "\", value \"" + value + "\": " + reason, null, false, false);
    }

    BadValue(String reason) {
        super(reason, null, false, false);
    }
}
