package dev.bellrope.app.database;

import dev.bellrope.app.settings.CannotStart;
import dev.bellrope.app.settings.Settings;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The database for a command, over one connection, whether or not nodes are running. */
public final class OpenDatabase implements AutoCloseable {
    private final PostgresHost host;
    private final SingleConnectionDataSource source;

    private OpenDatabase(PostgresHost host) {
        this.host = host;
        this.source = new SingleConnectionDataSource(
                host.address().url(), host.address().user(), host.address().password(), true);
    }

    /**
     * Opens the database.
     *
     * @throws CannotStart when the database cannot be reached, or its schema is not that of this program
     */
    public static OpenDatabase of(Settings settings) {
        PostgresHost host = PostgresHost.ofRunning(settings);
        OpenDatabase opened = new OpenDatabase(host);
        try {
            if (Flyway.configure().dataSource(opened.source).load().info().pending().length > 0) {
                throw new CannotStart(
                        "The database is not that of this version of Bellrope. Start it once with serve, which"
                                + " brings it up to date.");
            }
            return opened;
        } catch (RuntimeException cannot) {
            opened.close();
            throw cannot instanceof CannotStart
                    ? cannot
                    : new CannotStart("The database cannot be used: " + cannot.getMessage(), cannot);
        }
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    /**
     * Does some work in a transaction: all of it, or nothing.
     *
     * @throws CannotStart when the database prevents it
     */
    public <T> T inTransaction(Supplier<T> work) {
        try {
            return new TransactionTemplate(new JdbcTransactionManager(source)).execute(status -> work.get());
        } catch (DataAccessException | TransactionException failed) {
            throw new CannotStart(
                    "The database broke off, and what was not finished is undone: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        source.close();
        host.close();
    }
}
