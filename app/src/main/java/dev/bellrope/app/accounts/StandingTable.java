package dev.bellrope.app.accounts;

import dev.bellrope.app.accounts.AccountStandings.AccountEpisode;
import dev.bellrope.app.accounts.AccountStandings.AccountStanding;
import dev.bellrope.app.escalations.store.StoredJson;
import dev.bellrope.core.playbook.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the escalations of accounts. Few are open, so all of them are counted at once. */
@Component
class StandingTable {
    private static final String OPEN = """
            select account, count(*) as open, min(severity) as worst, min(next_due) as next_due
            from escalation
            where over_at is null
            group by account
            """;

    private static final String OF_ACCOUNT = """
            select state, begun_at, over_at
            from escalation
            where account = :account
            order by number desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    StandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, AccountStanding> open() {
        Map<String, AccountStanding> standings = new HashMap<>();
        jdbc.sql(OPEN)
                .query((row, number) -> standings.put(
                        row.getString("account"),
                        new AccountStanding(
                                row.getInt("open"),
                                Severity.valueOf(row.getString("worst")),
                                instant(row, "next_due"))))
                .list();
        return standings;
    }

    /** Lists an account's escalations, the newest first. */
    List<AccountEpisode> ofAccount(String account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> new AccountEpisode(
                        StoredJson.escalation(row.getString("state")),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        instant(row, "over_at")))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
