package dev.bellrope.app.database;

import org.springframework.boot.ExitCodeGenerator;

/** Bellrope's own PostgreSQL cannot run; the message says why and what to do, so no stack trace is needed. */
final class DatabaseUnavailable extends RuntimeException implements ExitCodeGenerator {
    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
