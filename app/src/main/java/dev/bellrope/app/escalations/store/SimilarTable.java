package dev.bellrope.app.escalations.store;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds escalations that are over and similar to another: of the same account, or of the same issue type and route. */
@Component
public class SimilarTable {
    /** Each half reads the start of an index, so it stays fast as the years add up. */
    private static final String LIKE = """
            select e.key, e.account, e.account_name, e.title, e.status, e.severity, e.begun_at, e.resolved_at, e.over_at,
                   e.state #>> '{closure,rootCause}' as root_cause, said.summary,
                   exists (select 1 from escalation_archive a where a.escalation = e.key) as archived
            from (
              (select key from escalation
               where over_at is not null and account = :account and key <> :key%1$s
               order by over_at desc
               limit :limit)
              union
              (select key from escalation
               where over_at is not null and issue_type = :issue_type and route = :route and key <> :key%1$s
               order by over_at desc
               limit :limit)) as similar_key
            join escalation e on e.key = similar_key.key
            left join lateral (
              select event.body ->> 'summary' as summary
              from escalation_event event
              where event.escalation = e.key and event.name = 'resolved'
              order by event.sequence desc
              limit 1) as said on true
            order by (e.account = :account and e.issue_type = :issue_type) desc, e.over_at desc
            limit :limit
            """;

    private final Replica replica;

    SimilarTable(Replica replica) {
        this.replica = replica;
    }

    /**
     * A similar escalation.
     *
     * @param archived whether how it was resolved is in its archive
     */
    public record SimilarEscalation(EndedEscalation ended, boolean archived) {}

    public List<SimilarEscalation> list(
            String key, String account, String issueType, String route, VisibleAccounts visible, int limit) {
        return replica.read(read -> visible.in(read.sql(LIKE.formatted(visible.and("account"))))
                .param("key", key)
                .param("account", account)
                .param("issue_type", issueType)
                .param("route", route)
                .param("limit", limit)
                .query((row, number) -> new SimilarEscalation(
                        ended(row, account), row.getBoolean("archived") && row.getObject("resolved_at") != null))
                .list());
    }

    private static EndedEscalation ended(ResultSet row, String account) throws SQLException {
        Instant over = instant(row, "over_at");
        Instant until = row.getObject("resolved_at") == null ? over : instant(row, "resolved_at");
        String did = row.getString("summary");
        String cause = row.getString("root_cause");
        return new EndedEscalation(
                row.getString("key"),
                row.getString("account_name"),
                row.getString("title"),
                row.getString("status"),
                row.getString("severity"),
                over,
                Duration.between(instant(row, "begun_at"), until),
                did == null ? "" : did,
                cause == null ? "" : cause,
                row.getString("account").equals(account));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
