package dev.bellrope.app.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database outage from a mistake: an outage is no fault of the data, and a retry succeeds when it is over. */
public final class Outage {
    private Outage() {}

    /** Returns whether the database was unavailable, closed the connection, or had none to spare. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException end
                    && end.getApplicationException() != null
                    && caused(end.getApplicationException())) {
                return true; // the rollback failed too, and hides the cause
            }
            if (cause instanceof SQLTransientConnectionException) {
                return true; // the pool has no connection
            }
            if (cause instanceof SQLException sql && (isClosed(sql) || isAway(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Connection failures (class 08), too many connections, a server that stops or starts, and a transaction that was
     * idle or open for too long.
     */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.equals("53300")
                        || state.startsWith("57P0")
                        || state.equals("25P03")
                        || state.equals("25P04"));
    }

    /** The pool's message for a connection that it gave up; it has no SQL state. */
    private static boolean isClosed(SQLException failed) {
        return failed.getSQLState() == null && "Connection is closed".equals(failed.getMessage());
    }
}
