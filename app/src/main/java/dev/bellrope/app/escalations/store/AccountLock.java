package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.texts;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A lock per account: signals of one account are heard one after another on all nodes, so two of them never open two
 * escalations.
 */
@Component
public class AccountLock {
    /** Everybody locks in the same order, so that two transactions that lock several cannot deadlock. */
    private static final String TAKE = """
            select pg_advisory_xact_lock(hashtextextended('bellrope:account:' || account, 0))
            from (select account from unnest(:accounts) as account order by account) as sorted
            """;

    private static final String TRY = """
            select pg_try_advisory_xact_lock(hashtextextended('bellrope:account:' || :account, 0))
            """;

    private final JdbcClient jdbc;

    AccountLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the locks, and holds them until the transaction ends. */
    public void take(Collection<String> accounts) {
        jdbc.sql(TAKE)
                .param("accounts", texts(accounts, account -> account))
                .query((row, number) -> "")
                .list();
    }

    /** Takes the lock unless another transaction holds it; returns whether it did. */
    public boolean tryTake(String account) {
        return jdbc.sql(TRY)
                .param("account", account)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
