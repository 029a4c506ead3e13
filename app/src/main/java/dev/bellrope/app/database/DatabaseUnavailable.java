package dev.bellrope.app.database;

import dev.bellrope.app.settings.CannotStart;

/** Thrown when the database cannot be used. */
final class DatabaseUnavailable extends CannotStart {
    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
