package dev.bellrope.app.escalations;

import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.core.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TicketTable {
    private static final String SOME_LOCKED = """
            select state
            from ticket
            where id = any(:ids)
            order by id
            for update
            """;

    private static final String KEEP = """
            insert into ticket (id, account, status, opened_at, changed_at, state)
            select id, account, status, opened_at, :changed_at, cast(state as jsonb)
            from unnest(:ids, :accounts, :statuses, cast(:opened_ats as timestamptz[]), :states)
              as given (id, account, status, opened_at, state)
            on conflict (id) do update
            set account = excluded.account, status = excluded.status, changed_at = excluded.changed_at,
                state = excluded.state
            """;

    private static final String SOME = """
            select state
            from ticket
            where id in (:ids)
            order by id
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

    /** Those of these ids that there are, by id; nobody else changes them until the transaction ends. */
    Map<String, Ticket> lock(Collection<String> ids) {
        Map<String, Ticket> locked = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SOME_LOCKED)
                    .param("ids", texts(ids, id -> id))
                    .query((row, number) -> Kept.ticket(row.getString("state")))
                    .list()
                    .forEach(ticket -> locked.put(ticket.id(), ticket));
        }
        return locked;
    }

    void keep(Collection<Ticket> changed, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP)
                .param("ids", texts(changed, Ticket::id))
                .param("accounts", texts(changed, Ticket::account))
                .param("statuses", texts(changed, one -> one.status().name().toLowerCase(Locale.ROOT)))
                .param("opened_ats", times(changed, Ticket::opened))
                .param("changed_at", at.atOffset(ZoneOffset.UTC))
                .param("states", texts(changed, Kept::state))
                .update();
    }

    List<Ticket> list(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SOME)
                        .param("ids", ids)
                        .query((row, number) -> Kept.ticket(row.getString("state")))
                        .list();
    }

    List<Ticket> listOfAccount(String account, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> Kept.ticket(row.getString("state")))
                .list();
    }
}
