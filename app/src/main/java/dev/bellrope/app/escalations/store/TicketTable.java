package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class TicketTable {
    private static final String SOME_LOCKED = """
            select state, trace
            from ticket
            where id = any(:ids)
            order by id
            for update
            """;

    private static final String KEEP = """
            insert into ticket (id, account, status, opened_at, changed_at, state, trace)
            select id, account, status, opened_at, :changed_at, cast(state as jsonb), trace
            from unnest(:ids, :accounts, :statuses, cast(:opened_ats as timestamptz[]), :states, :traces)
              as given (id, account, status, opened_at, state, trace)
            on conflict (id) do update
            set account = excluded.account, status = excluded.status, changed_at = excluded.changed_at,
                state = excluded.state, trace = excluded.trace
            """;

    private static final String SOME = """
            select state
            from ticket
            where id in (:ids)%s
            order by id
            """;

    private static final String PRODUCTS = """
            select distinct on (of.escalation) of.escalation, ticket.product
            from escalation_ticket of
            join ticket on ticket.id = of.ticket
            where of.escalation = any(:escalations) and ticket.product <> ''
            order by of.escalation, ticket.opened_at, ticket.id
            """;

    private static final String OF_ACCOUNT = """
            select state
            from ticket
            where account = :account
            order by changed_at desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    TicketTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A ticket that is watched.
     *
     * @param trace the trace of the signal that last changed it; empty: that was before traces were kept
     */
    public record WatchedTicket(Ticket ticket, Optional<Trace> trace) {}

    /**
     * Locks and returns the existing tickets among the given ids, by id; nobody else changes them until the transaction
     * ends.
     */
    public Map<String, WatchedTicket> lock(Collection<String> ids) {
        Map<String, WatchedTicket> locked = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SOME_LOCKED)
                    .param("ids", texts(ids, id -> id))
                    .query((row, number) -> new WatchedTicket(
                            StoredJson.ticket(row.getString("state")), Trace.parse(row.getString("trace"))))
                    .list()
                    .forEach(watched -> locked.put(watched.ticket().id(), watched));
        }
        return locked;
    }

    public void keep(Collection<WithTrace<Ticket>> changed, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP)
                .param("ids", texts(changed, one -> one.it().id()))
                .param("accounts", texts(changed, one -> one.it().account()))
                .param(
                        "statuses",
                        texts(changed, one -> one.it().status().name().toLowerCase(Locale.ROOT)))
                .param("opened_ats", times(changed, one -> one.it().opened()))
                .param("changed_at", at.atOffset(ZoneOffset.UTC))
                .param("states", texts(changed, one -> StoredJson.state(one.it())))
                .param("traces", texts(changed, one -> one.trace().parent()))
                .update();
    }

    public List<Ticket> list(List<String> ids, VisibleAccounts visible) {
        return ids.isEmpty()
                ? List.of()
                : visible.in(jdbc.sql(SOME.formatted(visible.and("account"))))
                        .param("ids", ids)
                        .query((row, number) -> StoredJson.ticket(row.getString("state")))
                        .list();
    }

    public List<Ticket> listOfAccount(String account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> StoredJson.ticket(row.getString("state")))
                .list();
    }

    public Map<String, String> productsOf(Collection<String> escalations) {
        Map<String, String> products = new HashMap<>();
        jdbc.sql(PRODUCTS).param("escalations", texts(escalations, key -> key)).query(row -> {
            products.put(row.getString("escalation"), row.getString("product"));
        });
        return products;
    }
}
