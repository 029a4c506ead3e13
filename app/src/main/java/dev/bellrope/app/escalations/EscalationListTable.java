package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Escalation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists and counts ask of the rows of {@code escalation}. */
@Component
class EscalationListTable {
    private static final String OPEN_STATES = """
            select sequence, state
            from escalation
            where over_at is null
            order by next_due nulls last, key
            limit :limit
            """;

    private static final String LIST = """
            select key, account, account_name, title, status, severity, tier, band, level, trigger, owner, begun_at,
                   resolved_at, over_at, next_due, sequence
            from escalation
            where (cast(:status as text) is null or status = :status)
              and (cast(:account as text) is null or account = :account)
              and (cast(:owner as text) is null or owner = :owner)
              and (cast(:severity as text) is null or severity = :severity)
              and (:over or over_at is null)
              and number < :below
            order by number desc
            limit :limit
            """;

    private static final String OPEN_OF_PERSON = """
            select key, account, account_name, title, status, severity, tier, band, level, trigger, owner, begun_at,
                   resolved_at, over_at, next_due, sequence
            from escalation e
            where over_at is null
              and exists (select 1 from escalation_person p where p.escalation = e.key and p.person = :person)
            order by next_due nulls last, number
            limit :limit
            """;

    private static final String LOADS = """
            select owner, severity, count(*) as open
            from escalation
            where over_at is null and status = 'active' and owner is not null
            group by owner, severity
            """;

    private static final String HANDLED = """
            select owner, count(*) as handled
            from escalation
            where account = :account and owner is not null
            group by owner
            """;

    private final JdbcClient jdbc;

    EscalationListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Escalation> listOpenStates(int limit) {
        return jdbc.sql(OPEN_STATES)
                .param("limit", limit)
                .query((row, number) -> Kept.escalation(row.getString("state")))
                .list();
    }

    List<Row> list(Filter filter, long below, int limit) {
        return jdbc.sql(LIST)
                .param("status", filter.status().orElse(null))
                .param("account", filter.account().orElse(null))
                .param("owner", filter.owner().orElse(null))
                .param("severity", filter.severity().orElse(null))
                .param("over", filter.over())
                .param("below", below)
                .param("limit", limit)
                .query(EscalationListTable::row)
                .list();
    }

    List<Row> listOpenOf(String person, int limit) {
        return jdbc.sql(OPEN_OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query(EscalationListTable::row)
                .list();
    }

    /** How many open escalations of a severity somebody owns. */
    record Carried(String owner, String severity, int open) {}

    List<Carried> loads() {
        return jdbc.sql(LOADS)
                .query((row, number) ->
                        new Carried(row.getString("owner"), row.getString("severity"), row.getInt("open")))
                .list();
    }

    List<Map.Entry<String, Integer>> handledBefore(String account) {
        return jdbc.sql(HANDLED)
                .param("account", account)
                .query((row, number) -> Map.entry(row.getString("owner"), row.getInt("handled")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("key"),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("title"),
                row.getString("status"),
                row.getString("severity"),
                row.getString("tier"),
                row.getString("band"),
                row.getString("level"),
                row.getString("trigger"),
                Optional.ofNullable(row.getString("owner")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "resolved_at"),
                instant(row, "over_at"),
                instant(row, "next_due"),
                row.getLong("sequence"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
