package dev.bellrope.app.escalations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signals of one account are heard one after another, on whatever node; so two of them never open two escalations. */
@Component
class AccountLock {
    private static final String TAKE = """
            select pg_advisory_xact_lock(hashtextextended('bellrope:account:' || :account, 0))
            """;

    private static final String TRY = """
            select pg_try_advisory_xact_lock(hashtextextended('bellrope:account:' || :account, 0))
            """;

    private final JdbcClient jdbc;

    AccountLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for it; held until the transaction ends. */
    void take(String account) {
        jdbc.sql(TAKE).param("account", account).query((row, number) -> "").single();
    }

    /** Takes it unless somebody holds it. */
    boolean tryTake(String account) {
        return jdbc.sql(TRY)
                .param("account", account)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
