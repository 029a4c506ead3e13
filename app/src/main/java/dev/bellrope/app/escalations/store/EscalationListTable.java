package dev.bellrope.app.escalations.store;

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

/** Escalations as lists show and count them. What is open is few, what is over are all of the years: each is asked for apart. */
@Component
public class EscalationListTable {
    private static final String OPEN = "over_at is null";
    private static final String OVER = "over_at is not null";

    private static final String OPEN_STATES = """
            select state
            from escalation
            where over_at is null
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
              select escalation from escalation_waits_for where who in (:names))
            order by next_due nulls last, key
            limit :limit
            """;

    /** Of those that are open, or of those that are over, with what else is asked: a condition that asks for nothing would hide the index. */
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
            where over_at is null and key in (select escalation from escalation_person where person = :person)
            order by next_due nulls last, number
            limit :limit
            """;

    private static final String OPEN_SEQUENCES = """
            select key, sequence
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

    public List<Escalation> listOpenStates(int limit) {
        return jdbc.sql(OPEN_STATES)
                .param("limit", limit)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    /** What a signal of an account about a ticket concerns, the oldest first: the account's that are not over, and any that covers it. */
    public List<Escalation> listConcerned(String account, String ticket) {
        return jdbc.sql(CONCERNED)
                .param("account", account)
                .param("ticket", ticket)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    /** The open ones in which a person holds a role, which wait for them by one of their names, or which lack somebody. */
    public List<Escalation> listConcerning(String person, Set<String> names, int limit) {
        return jdbc.sql(CONCERNING)
                .param("person", person)
                .param("names", names)
                .param("limit", limit)
                .query((row, number) -> StoredJson.escalation(row.getString("state")))
                .list();
    }

    public List<EscalationRow> list(EscalationFilter filter, long below, int limit) {
        return list(jdbc, filter, below, limit);
    }

    /** The same, a moment old at most times. */
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

    /** The newest below {@code below} of what is open and of what is over, as a statement: of each half no more than {@code limit}. */
    public static String newest(EscalationFilter filter) {
        String asked = asked(filter);
        return halves(filter).stream()
                .map(half -> HALF.formatted(half + asked))
                .collect(Collectors.joining("union all\n"));
    }

    /** With what a filter asks for. */
    public static StatementSpec asked(StatementSpec statement, EscalationFilter filter) {
        return statement
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
        return String.join("", asked);
    }

    public List<EscalationRow> listOpenOf(String person, int limit) {
        return jdbc.sql(OPEN_OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query(EscalationListTable::row)
                .list();
    }

    public Map<String, Long> openSequences() {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql(OPEN_SEQUENCES).query(row -> {
            found.put(row.getString("key"), row.getLong("sequence"));
        });
        return found;
    }

    /** How many open escalations of a severity somebody owns. */
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
