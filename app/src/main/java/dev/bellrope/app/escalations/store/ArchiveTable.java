package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code escalation_archive}, and the rows of {@code escalation_event} and {@code strike} that move there.
 * The caller has locked the escalations.
 */
@Component
class ArchiveTable {
    /**
     * Skips escalations that are locked, until the next run, and those with an armed alarm, which could still strike.
     */
    private static final String LOCK_OVER = """
            select key, number
            from escalation e
            where number > :after and over_at < :before
              and not exists (select from escalation_archive a where a.escalation = e.key)
              and not exists (select from alarm a where a.kind = 'escalation' and a.key = e.key)
            order by number
            limit :limit
            for update skip locked
            """;

    private static final String LOCK_ARCHIVED = """
            select key, number
            from escalation e
            where number > :after and (key = any(:only) or :all)
              and exists (select from escalation_archive a where a.escalation = e.key)
            order by number
            limit :limit
            for update skip locked
            """;

    private static final String EVENTS = """
            select escalation, jsonb_build_object('event', to_jsonb(e))::text as line
            from escalation_event e
            where escalation = any(:keys)
            order by escalation, sequence
            """;

    private static final String STRIKES = """
            select key as escalation, jsonb_build_object('strike', to_jsonb(s))::text as line
            from strike s
            where kind = 'escalation' and key = any(:keys)
            order by key, due_at, step, cycle
            """;

    private static final String ADD = """
            insert into escalation_archive (escalation, account, events, strikes, packed, sha256, archived_at)
            select key, account, :events, :strikes, :packed, :sha256, cast(:at as timestamptz)
            from escalation
            where key = :escalation
            """;

    private static final String FIND = """
            select escalation, events, strikes, packed, sha256
            from escalation_archive
            where escalation = any(:keys)
            order by escalation
            """;

    /** Holds until the transaction ends; see the triggers of the tables. */
    private static final String ARCHIVING = """
            select set_config('bellrope.archiving', 'on', true)
            """;

    private static final String REMOVE_EVENTS = """
            delete from escalation_event
            where escalation = any(:keys)
            """;

    private static final String REMOVE_STRIKES = """
            delete from strike
            where kind = 'escalation' and key = any(:keys)
            """;

    private static final String PUT_BACK_EVENTS = """
            insert into escalation_event
            select event.*
            from unnest(cast(:lines as jsonb[])) as line,
                 jsonb_populate_record(cast(null as escalation_event), line -> 'event') as event
            where line -> 'event' is not null
            """;

    private static final String PUT_BACK_STRIKES = """
            insert into strike
            select strike.*
            from unnest(cast(:lines as jsonb[])) as line,
                 jsonb_populate_record(cast(null as strike), line -> 'strike') as strike
            where line -> 'strike' is not null
            """;

    private static final String REMOVE = """
            delete from escalation_archive
            where escalation = any(:keys)
            """;

    private final JdbcClient jdbc;

    ArchiveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An escalation's key, and the number in it. */
    record EventNumber(String key, long number) {}

    /** A row of an escalation as JSON. */
    record ArchiveLine(String escalation, String json) {}

    /** An archived history, and how many rows are in it. */
    record ArchivedRow(String escalation, long events, long strikes, ArchivedHistory packed) {
        long rows() {
            return events + strikes;
        }
    }

    /** Locks and returns escalations that were over before an instant and are not archived yet, after a number. */
    List<EventNumber> lockOver(Instant before, long after, int limit) {
        return jdbc.sql(LOCK_OVER)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(ArchiveTable::numbered)
                .list();
    }

    /**
     * Locks and returns archived escalations, after a number.
     *
     * @param only the keys of the escalations; empty: all
     */
    List<EventNumber> lockArchived(Collection<String> only, long after, int limit) {
        return jdbc.sql(LOCK_ARCHIVED)
                .param("only", texts(only, key -> key))
                .param("all", only.isEmpty())
                .param("after", after)
                .param("limit", limit)
                .query(ArchiveTable::numbered)
                .list();
    }

    List<ArchiveLine> events(Collection<String> keys) {
        return jdbc.sql(EVENTS)
                .param("keys", texts(keys, key -> key))
                .query((row, number) -> new ArchiveLine(row.getString("escalation"), row.getString("line")))
                .list();
    }

    List<ArchiveLine> strikes(Collection<String> keys) {
        return jdbc.sql(STRIKES)
                .param("keys", texts(keys, key -> key))
                .query((row, number) -> new ArchiveLine(row.getString("escalation"), row.getString("line")))
                .list();
    }

    void add(ArchivedRow archived, Instant at) {
        jdbc.sql(ADD)
                .param("escalation", archived.escalation())
                .param("events", archived.events())
                .param("strikes", archived.strikes())
                .param("packed", archived.packed().bytes())
                .param("sha256", archived.packed().sha256())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ArchivedRow> list(Collection<String> keys) {
        return jdbc.sql(FIND)
                .param("keys", texts(keys, key -> key))
                .query((row, number) -> new ArchivedRow(
                        row.getString("escalation"),
                        row.getLong("events"),
                        row.getLong("strikes"),
                        new ArchivedHistory(
                                row.getString("escalation"), row.getBytes("packed"), row.getString("sha256"))))
                .list();
    }

    /** Removes the rows that are archived; returns how many there were. */
    long removeRows(Collection<String> keys) {
        jdbc.sql(ARCHIVING).query((row, number) -> "").single();
        return (long) jdbc.sql(REMOVE_EVENTS)
                        .param("keys", texts(keys, key -> key))
                        .update()
                + jdbc.sql(REMOVE_STRIKES)
                        .param("keys", texts(keys, key -> key))
                        .update();
    }

    /** Writes archived rows back; returns how many there were. */
    long putBackRows(List<String> lines) {
        return (long) jdbc.sql(PUT_BACK_EVENTS)
                        .param("lines", texts(lines, line -> line))
                        .update()
                + jdbc.sql(PUT_BACK_STRIKES)
                        .param("lines", texts(lines, line -> line))
                        .update();
    }

    void remove(Collection<String> keys) {
        jdbc.sql(REMOVE).param("keys", texts(keys, key -> key)).update();
    }

    private static EventNumber numbered(ResultSet row, int number) throws SQLException {
        return new EventNumber(row.getString("key"), row.getLong("number"));
    }
}
