package dev.bellrope.app.escalations;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TicketTable {
    private static final String ONE_LOCKED = """
            select state, trace
            from ticket
            where id = :id
            for update
            """;

    private static final String KEEP = """
            insert into ticket (id, account, status, opened_at, changed_at, state, trace)
            values (:id, :account, :status, :opened_at, :changed_at, cast(:state as jsonb), :trace)
            on conflict (id) do update
            set account = excluded.account, status = excluded.status, changed_at = excluded.changed_at,
                state = excluded.state, trace = excluded.trace
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

    /**
     * A ticket that is watched.
     *
     * @param trace of the signal that changed it last; empty: that was before traces were kept
     */
    record Watched(Ticket ticket, Optional<Trace> trace) {}

    Optional<Watched> lock(String id) {
        return jdbc.sql(ONE_LOCKED)
                .param("id", id)
                .query((row, number) ->
                        new Watched(Kept.ticket(row.getString("state")), Trace.parse(row.getString("trace"))))
                .optional();
    }

    void keep(Ticket ticket, Trace trace, Instant at) {
        jdbc.sql(KEEP)
                .param("id", ticket.id())
                .param("account", ticket.account())
                .param("status", ticket.status().name().toLowerCase(Locale.ROOT))
                .param("opened_at", ticket.opened().atOffset(ZoneOffset.UTC))
                .param("changed_at", at.atOffset(ZoneOffset.UTC))
                .param("state", Kept.state(ticket))
                .param("trace", trace.parent())
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
