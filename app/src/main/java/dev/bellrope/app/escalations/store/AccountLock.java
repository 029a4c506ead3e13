package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.texts;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signals of one account are heard one after another, on whatever node; so two of them never open two escalations. */
@Component
public class AccountLock {
    /** In one order for everybody, so that two who take several cannot wait for each other. */
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

    /** Waits for them; held until the transaction ends. */
    public void take(Collection<String> accounts) {
        jdbc.sql(TAKE)
                .param("accounts", texts(accounts, account -> account))
                .query((row, number) -> "")
                .list();
    }

    /** Takes it unless somebody holds it. */
    public boolean tryTake(String account) {
        return jdbc.sql(TRY)
                .param("account", account)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
