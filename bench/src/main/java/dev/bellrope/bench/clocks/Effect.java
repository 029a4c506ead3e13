package dev.bellrope.bench.clocks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a timer does in the hands of a peer, in plain JDBC: loads the state for update, appends an event, writes the state, puts a message
 * into the outbox. The rows are those that Bellrope writes, of the same length, with the indexes that lists and senders need.
 */
final class Effect {
    static final String SCHEMA = """
            create table subject (
                key text primary key, number bigint not null unique, account text not null, title text not null,
                status text not null, owner text not null, due_at timestamptz not null, next_due timestamptz not null,
                sequence bigint not null, state jsonb not null);
            create index subject_open on subject (next_due, key);
            create index subject_by_account on subject (account, number desc);
            create index subject_by_owner on subject (owner);
            create table event (
                subject text not null references subject, sequence bigint not null, at timestamptz not null,
                due_at timestamptz not null, name text not null, actor text not null, body jsonb not null,
                primary key (subject, sequence));
            create table outbox (
                message_id uuid primary key, dedupe text not null unique, subject_key text not null, recipient text not null,
                subject text not null, body text not null, due_at timestamptz not null, state text not null);
            create index outbox_due on outbox (due_at, message_id) where state = 'waiting';
            create index outbox_subject on outbox (subject_key);
            create view struck as
                select due_at, at as began_at, pg_xact_commit_timestamp(xmin) as committed_at from event;
            """;

    static final String ADD_SUBJECT = """
            insert into subject (key, number, account, title, status, owner, due_at, next_due, sequence, state)
            values (?, ?, ?, 'Checkout fails for some', 'active', ?, ?, ?, 0, cast(? as jsonb))
            """;

    private static final String LOAD = """
            select due_at, sequence, state from subject where key = ? for update
            """;

    private static final String ADD_EVENT = """
            insert into event (subject, sequence, at, due_at, name, actor, body)
            values (?, ?, ?, ?, 'target-warned', 'system', cast(? as jsonb))
            """;

    private static final String CHANGE = """
            update subject set status = 'active', due_at = ?, sequence = ?, state = cast(? as jsonb)
            where key = ? and sequence = ?
            """;

    private static final String ADD_MESSAGE = """
            insert into outbox (message_id, dedupe, subject_key, recipient, subject, body, due_at, state)
            values (?, ?, ?, 'ana', ?, ?, ?, 'waiting')
            """;

    private final Payload payload;

    Effect(Payload payload) {
        this.payload = payload;
    }

    Payload payload() {
        return payload;
    }

    /** Does it, in the transaction of the connection. */
    void apply(Connection connection, String key, Instant next) throws SQLException {
        OffsetDateTime at = Instant.now().atOffset(ZoneOffset.UTC);
        OffsetDateTime due;
        long sequence;
        String state;
        try (PreparedStatement load = connection.prepareStatement(LOAD)) {
            load.setString(1, key);
            try (ResultSet row = load.executeQuery()) {
                row.next();
                due = row.getObject(1, OffsetDateTime.class);
                sequence = row.getLong(2) + 1;
                state = row.getString(3);
            }
        }
        update(connection, ADD_EVENT, key, sequence, at, due, payload.event());
        update(connection, CHANGE, next.atOffset(ZoneOffset.UTC), sequence, state, key, sequence - 1);
        UUID id = UUID.randomUUID();
        update(connection, ADD_MESSAGE, id, key + ":" + sequence, key, payload.subject(), payload.body(), at);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("nothing was written by " + sql);
            }
        }
    }

    /** What is wrong with the rows of an effect that {@code timers} timers had. */
    static void check(JdbcClient client, int timers, List<String> found) {
        Mistakes mistakes = new Mistakes(client, timers, found);
        mistakes.expect("events", "select count(*) from event");
        mistakes.expect("subjects", "select count(*) from subject where sequence = 1 and due_at > next_due");
        mistakes.expect("messages", "select count(*) from outbox");
    }
}
