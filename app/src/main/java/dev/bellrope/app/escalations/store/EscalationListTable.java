package dev.bellrope.app.escalations.store;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists and counts escalations. Few are open and many are over, so the two are queried separately. */
@Component
public class EscalationListTable {
    private static final String OPEN = "over_at is null";
    private static final String OVER = "over_at is not null";
    private static final String ACCOUNT = "account";

    private static final String OPEN_STATES = """
            select state
            from escalation
            where over_at is null%s
            order by next_due nulls last, key
            limit :limit
            """;

    private static final String CONCERNED = """
            select state
            from escalation
            where key in (
                select o.key from escalation o where o.over_at is null and o.account = :account
                union
                select t.escalation from escalation_ticket t where t.ticket = :ticket)
            order by number
            """;

    private static final String CONCERNING = """
            select state
            from escalation
            where over_at is null and key in (
              select key from escalation where over_at is null and (status <> 'active' or owner is null)
              union
              select escalation from escalation_person where person = :person
              union
              select escalation from escalation_waits_for where who in (:names))%s
            order by next_due nulls last, key
            limit :limit
            """;

    /**
     * Either the open ones or those that are over. Only conditions that filter are added: one that matches everything
     * would keep the index from being used.
     */
    private static final String HALF = """
            (select number, key, account, account_name, title, status, severity, tier, band, level, trigger, issue_type, owner, begun_at,
                    resolved_at, over_at, next_due, sequence
             from escalation
             where %s and number < :below
             order by number desc
             limit :limit)
            """;

    private static final String NEWEST_FIRST = """
            select * from (
            %s) as half
            order by number desc
            limit :limit
            """;

    private static final String OPEN_OF_PERSON = """
            select key, account, account_name, title, status, severity, tier, band, level, trigger, issue_type, owner, begun_at,
                   resolved_at, over_at, next_due, sequence
            from escalation
            where over_at is null and key in (select escalation from escalation_person where person = :person)%s
            order by next_due nulls last, number
            limit :limit
            """;

    private static final String OPEN_SEQUENCES = """
            select key, account, sequence
            from escalation
            where over_at is null
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
    private final Replica replica;

    EscalationListTable(JdbcClient jdbc, Replica replica) {
        this.jdbc = jdbc;
        this.replica = replica;
    }

    public List<Escalation> listOpenStates(VisibleAccounts visible, int limit) {
        return visible.in(jdbc.sql(OPEN_STATES.formatted(visible.and(ACCOUNT))))
                .param("limit", limit)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    /**
     * Lists what a signal concerns, the oldest first: the account's open escalations, and any that covers the ticket.
     */
    public List<Escalation> listConcerned(String account, String ticket) {
        return jdbc.sql(CONCERNED)
                .param("account", account)
                .param("ticket", ticket)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    /**
     * Lists the open escalations in which a person holds a role, that wait for them by one of their names, or that are
     * not active or have no owner.
     */
    public List<Escalation> listConcerning(String person, Set<String> names, VisibleAccounts visible, int limit) {
        return visible.in(jdbc.sql(CONCERNING.formatted(visible.and(ACCOUNT))))
                .param("person", person)
                .param("names", names)
                .param("limit", limit)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    public List<EscalationRow> list(EscalationFilter filter, long below, int limit) {
        return list(jdbc, filter, below, limit);
    }

    /** Lists from the replica, which usually lags by a moment. */
    public List<EscalationRow> listLagging(EscalationFilter filter, long below, int limit) {
        return replica.read(read -> list(read, filter, below, limit));
    }

    private static List<EscalationRow> list(JdbcClient read, EscalationFilter filter, long below, int limit) {
        return asked(read.sql(NEWEST_FIRST.formatted(newest(filter))), filter)
                .param("below", below)
                .param("limit", limit)
                .query(EscalationListTable::row)
                .list();
    }

    /**
     * Returns a statement for the newest escalations below {@code below}: up to {@code limit} each of the open ones and
     * of those that are over.
     */
    public static String newest(EscalationFilter filter) {
        String asked = asked(filter);
        return halves(filter).stream()
                .map(half -> HALF.formatted(half + asked))
                .collect(Collectors.joining("union all\n"));
    }

    /** Sets the parameters of a filter. */
    public static StatementSpec asked(StatementSpec statement, EscalationFilter filter) {
        return filter.visible()
                .in(statement)
                .param("status", filter.status().orElse(null))
                .param("account", filter.account().orElse(null))
                .param("owner", filter.owner().orElse(null))
                .param("severity", filter.severity().orElse(null));
    }

    private static List<String> halves(EscalationFilter filter) {
        if (!filter.over()) {
            return List.of(OPEN);
        }
        return filter.status()
                .flatMap(EscalationListTable::status)
                .map(status -> List.of(status.isOver() ? OVER : OPEN))
                .orElse(List.of(OPEN, OVER));
    }

    private static Optional<Status> status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    private static String asked(EscalationFilter filter) {
        List<String> asked = new ArrayList<>();
        filter.status().ifPresent(given -> asked.add(" and status = :status"));
        filter.account().ifPresent(given -> asked.add(" and account = :account"));
        filter.owner().ifPresent(given -> asked.add(" and owner = :owner"));
        filter.severity().ifPresent(given -> asked.add(" and severity = :severity"));
        return String.join("", asked) + filter.visible().and(ACCOUNT);
    }

    public List<EscalationRow> listOpenOf(String person, VisibleAccounts visible, int limit) {
        return visible.in(jdbc.sql(OPEN_OF_PERSON.formatted(visible.and(ACCOUNT))))
                .param("person", person)
                .param("limit", limit)
                .query(EscalationListTable::row)
                .list();
    }

    public Map<String, OpenSequence> openSequences() {
        Map<String, OpenSequence> found = new HashMap<>();
        jdbc.sql(OPEN_SEQUENCES).query(row -> {
            found.put(row.getString("key"), new OpenSequence(row.getString("account"), row.getLong("sequence")));
        });
        return found;
    }

    /** The number of open escalations of one severity that a person owns. */
    public record OwnerLoad(String owner, String severity, int open) {}

    public List<OwnerLoad> loads() {
        return jdbc.sql(LOADS)
                .query((row, number) ->
                        new OwnerLoad(row.getString("owner"), row.getString("severity"), row.getInt("open")))
                .list();
    }

    public List<Map.Entry<String, Integer>> handledBefore(String account) {
        return jdbc.sql(HANDLED)
                .param("account", account)
                .query((row, number) -> Map.entry(row.getString("owner"), row.getInt("handled")))
                .list();
    }

    public static EscalationRow row(ResultSet row, int number) throws SQLException {
        return new EscalationRow(
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
                row.getString("issue_type"),
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
