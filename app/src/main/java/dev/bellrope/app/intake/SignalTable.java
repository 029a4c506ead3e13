package dev.bellrope.app.intake;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.database.Replica;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.signal.Signal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rows of {@code signal}: all signals that were received. */
@Component
class SignalTable {
    /** Inserts in a fixed order, so that two transactions with several signals in common cannot deadlock. */
    private static final String INSERT = """
            insert into signal (signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace)
            select id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, cast(data as jsonb), state, cast(did as jsonb), error, attempts, trace
            from unnest(cast(:ids as uuid[]), :sources, :externalIds, :kinds, cast(:ats as timestamptz[]),
                cast(:receivedAts as timestamptz[]), :accountKeys, :accounts, :tickets, :summaries, :datas, :states, :dids,
                :errors, :attempts, :traces)
              as given (id, source, external_id, kind, at, received_at, account_key, account, ticket, summary, data, state, did,
                error, attempts, trace)
            order by source, external_id, id
            on conflict (source, external_id) do nothing
            """;

    private static final String THERE = """
            select source, external_id
            from signal
            join unnest(:sources, :externalIds) as given (source, external_id) using (source, external_id)
            """;

    private static final String UPDATE = """
            update signal
            set account = given.account,
                state = given.state,
                did = cast(given.did as jsonb),
                error = given.error,
                attempts = given.attempts
            from unnest(cast(:ids as uuid[]), :accounts, :states, :dids, :errors, :attempts)
              as given (id, account, state, did, error, attempts)
            where signal_id = given.id
            """;
    private static final String FIND = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from signal
            where signal_id = :id
            """;
    private static final String LOCK = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from signal
            where signal_id = :id
            for update
            """;
    private static final String FIND_EXTERNAL = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from signal
            where source = :source and external_id = :externalId
            """;
    private static final String WAITING_KEY = """
            select signal_id
            from signal
            where state = 'unmapped' and source = :source and account_key = :key
            order by at, received_at, signal_id
            """;
    private static final String WAITING_TICKET = """
            select signal_id
            from signal
            where state = 'unmapped' and source = :source and account_key = '' and ticket = :ticket
            order by at, received_at, signal_id
            """;
    private static final String ACCOUNT_OF_TICKET = """
            select account
            from signal
            where source = :source and ticket = :ticket and ticket <> '' and account <> ''
            order by at desc, signal_id desc
            limit 1
            """;
    private static final String SINCE = """
            select signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from signal
            where signal_id in (select signal_id from signal order by signal_id desc limit :most)
                and received_at >= :from and at between received_at - interval '1 day' and received_at and account <> '' and state in ('handled', 'ignored')%s
            order by at, received_at, signal_id
            """;
    private static final String LATEST = """
            select distinct on (source) signal_id, source, external_id, kind, at, received_at, account_key, account,
                ticket, summary, data, state, did, error, attempts, trace
            from (select * from signal order by signal_id desc limit :most) as newest
            order by source, signal_id desc
            """;

    private final JdbcClient client;
    private final Replica replica;

    SignalTable(JdbcClient client, Replica replica) {
        this.client = client;
        this.replica = replica;
    }

    /** A source's own id of a signal or a ticket. */
    record Key(String source, String id) {}

    /** Returns those of the signals that are already stored. */
    Set<Key> find(Collection<Key> signals) {
        return client.sql(THERE)
                .param("sources", texts(signals, Key::source))
                .param("externalIds", texts(signals, Key::id))
                .query((row, number) -> new Key(row.getString("source"), row.getString("external_id")))
                .set();
    }

    /**
     * Inserts the signals that are not yet stored and returns their number; waits for other transactions that are
     * inserting one of them.
     */
    int insert(List<HeardSignal> heard) {
        return result(client.sql(INSERT), heard)
                .param("sources", texts(heard, one -> one.signal().source()))
                .param("externalIds", texts(heard, one -> one.signal().id()))
                .param("kinds", texts(heard, one -> one.signal().kind()))
                .param("ats", times(heard, one -> one.signal().at()))
                .param("receivedAts", times(heard, HeardSignal::receivedAt))
                .param("accountKeys", texts(heard, HeardSignal::accountKey))
                .param("tickets", texts(heard, one -> one.signal().ticket()))
                .param("summaries", texts(heard, one -> one.signal().summary()))
                .param(
                        "datas",
                        texts(heard, one -> JsonBodies.write(one.signal().data())))
                .param("traces", texts(heard, one -> one.trace().parent()))
                .update();
    }

    void update(List<HeardSignal> heard) {
        result(client.sql(UPDATE), heard).update();
    }

    private static StatementSpec result(StatementSpec statement, List<HeardSignal> heard) {
        return statement
                .param("ids", texts(heard, one -> one.id().toString()))
                .param("accounts", texts(heard, one -> one.signal().account()))
                .param("states", texts(heard, one -> one.state().word()))
                .param("dids", texts(heard, one -> JsonBodies.write(one.did())))
                .param("errors", texts(heard, HeardSignal::error))
                .param("attempts", numbers(heard, HeardSignal::attempts));
    }

    Optional<HeardSignal> find(UUID id) {
        return client.sql(FIND).param("id", id).query(SignalTable::read).optional();
    }

    /** Finds a signal and locks it until the end of the transaction. */
    Optional<HeardSignal> lock(UUID id) {
        return client.sql(LOCK).param("id", id).query(SignalTable::read).optional();
    }

    HeardSignal get(String source, String externalId) {
        return client.sql(FIND_EXTERNAL)
                .param("source", source)
                .param("externalId", externalId)
                .query(SignalTable::read)
                .single();
    }

    /** Lists the last signal of each source among the {@code most} newest, by source. */
    List<HeardSignal> listLatest(int most) {
        return replica.read(read ->
                read.sql(LATEST).param("most", most).query(SignalTable::read).list());
    }

    /**
     * Lists those of the {@code most} newest signals that have an account, were handled or ignored, and were at most a
     * day old when they arrived, in the order in which they happened.
     */
    List<HeardSignal> listSince(Instant from, VisibleAccounts visible, int most) {
        return replica.read(read -> visible.in(read.sql(SINCE.formatted(visible.and("account"))))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(SignalTable::read)
                .list());
    }

    /** Lists the signals that wait for this key, in the order in which they happened. */
    List<UUID> listWaiting(String source, String key) {
        return client.sql(WAITING_KEY)
                .param("source", source)
                .param("key", key)
                .query((row, number) -> row.getObject("signal_id", UUID.class))
                .list();
    }

    /** Lists the waiting signals about this ticket whose source does not name an account. */
    List<UUID> listWaitingForTicket(String source, String ticket) {
        return client.sql(WAITING_TICKET)
                .param("source", source)
                .param("ticket", ticket)
                .query((row, number) -> row.getObject("signal_id", UUID.class))
                .list();
    }

    /** Finds the account of a ticket by the latest signal of the source about it. */
    Optional<String> findAccountOfTicket(String source, String ticket) {
        return client.sql(ACCOUNT_OF_TICKET)
                .param("source", source)
                .param("ticket", ticket)
                .query(String.class)
                .optional();
    }

    static HeardSignal read(ResultSet row, int number) throws SQLException {
        Signal signal = new Signal(
                row.getString("source"),
                row.getString("external_id"),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("ticket"),
                row.getString("summary"),
                JsonBodies.facts(JsonBodies.stored(row.getString("data"))));
        List<String> did = new ArrayList<>();
        for (JsonNode sentence : JsonBodies.stored(row.getString("did"))) {
            did.add(sentence.asString());
        }
        return new HeardSignal(
                row.getObject("signal_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("account_key"),
                signal,
                SignalState.get(row.getString("state")),
                did,
                row.getString("error"),
                row.getInt("attempts"),
                Trace.parse(row.getString("trace")).orElseGet(Trace::begin));
    }
}
