package dev.bellrope.app.intake;

import dev.bellrope.app.database.Replica;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads signals as people see them. */
@Component
class SignalListTable {
    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /**
     * Takes the conditions of the filter; a condition that is always true would keep PostgreSQL from using the index.
     */
    private static final String LIST = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from signal
            where signal_id < :before%s
            order by signal_id desc
            limit :limit
            """;

    /** Groups signals that one answer settles, see {@link Intake#map}. */
    private static final String UNMAPPED = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace, alike, since
            from (
                select (array_agg(signal_id order by signal_id desc))[1] as signal_id, count(*) as alike, min(received_at) as since
                from signal
                where state = 'unmapped'
                group by source, account_key, case when account_key = '' then ticket end,
                    case when account_key = '' and ticket = '' then signal_id end
            ) as waiting
            join signal using (signal_id)
            order by alike desc, signal_id desc
            limit :limit
            """;

    /** One index lookup per source, however many signals it has sent. */
    private static final String SOURCES = """
            with recursive one as (
                (select source from signal order by source limit 1)
                union all
                select (select source from signal where source > one.source order by source limit 1)
                from one
                where one.source is not null
            )
            select source from one where source is not null limit :limit
            """;

    private final JdbcClient client;
    private final Replica replica;

    SignalListTable(JdbcClient client, Replica replica) {
        this.client = client;
        this.replica = replica;
    }

    /**
     * Lists signals, the newest first. Those that wait for a person are read from the primary, because that person acts
     * on them.
     *
     * @param after the last signal of the previous page
     */
    List<HeardSignal> list(SignalFilter filter, Optional<UUID> after, int limit) {
        boolean waits = filter.state().map(SignalState::waitsForPerson).orElse(false);
        return waits ? list(client, filter, after, limit) : replica.read(read -> list(read, filter, after, limit));
    }

    private static List<HeardSignal> list(JdbcClient read, SignalFilter filter, Optional<UUID> after, int limit) {
        return filter.visible()
                .in(read.sql(LIST.formatted(asked(filter))))
                .param("state", filter.state().map(SignalState::word).orElse(""))
                .param("source", filter.source())
                .param("account", filter.account())
                .param("before", after.orElse(AFTER_ALL))
                .param("limit", limit)
                .query(SignalTable::read)
                .list();
    }

    private static String asked(SignalFilter filter) {
        List<String> asked = new ArrayList<>();
        filter.state().ifPresent(given -> asked.add(" and state = :state"));
        if (!filter.source().isEmpty()) {
            asked.add(" and source = :source");
        }
        if (!filter.account().isEmpty()) {
            asked.add(" and account = :account and account <> ''");
        }
        return String.join("", asked) + filter.visible().and("account");
    }

    List<UnmappedName> listUnmapped(int limit) {
        return client.sql(UNMAPPED)
                .param("limit", limit)
                .query((row, number) -> new UnmappedName(
                        SignalTable.read(row, number),
                        row.getInt("alike"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<String> listSources(int limit) {
        return client.sql(SOURCES)
                .param("limit", limit)
                .query((row, number) -> row.getString("source"))
                .list();
    }
}
