package dev.bellrope.app.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that is away from a mistake: what failed for the first reason is no fault of the data, and succeeds when it is
 * tried again.
 */
public final class Outage {
    private Outage() {}

    /** Whether the database was away, closed the connection, or had none to spare. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException end
                    && end.getApplicationException() != null
                    && caused(end.getApplicationException())) {
                return true; // the rollback failed too, and hides why
            }
            if (cause instanceof SQLTransientConnectionException) {
                return true; // the pool has none
            }
            if (cause instanceof SQLException sql && (isClosed(sql) || isAway(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Connections (class 08), too many of them, a server that stops or starts, and a transaction that was silent for too long. */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.equals("53300")
                        || state.startsWith("57P0")
                        || state.equals("25P03")
                        || state.equals("25P04"));
    }

    /** What the pool says of a connection that it gave up; it has no state. */
    private static boolean isClosed(SQLException failed) {
        return failed.getSQLState() == null && "Connection is closed".equals(failed.getMessage());
    }
}
