package dev.bellrope.bench.pages;

import dev.bellrope.bench.clocks.Arena;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Copies escalations row by row, with everything that hangs on them, until there are as many as after years. What is open stays the
 * oldest: no page may lean on the order.
 */
final class Multiplied {
    /** Which is copied under which number, for which account; the accounts of the copies are those from the first to the last by turns. */
    private static final String CHOOSE = """
            create table copied as
            select key as original, account as original_account, account_name as original_name,
                   %1$d + row_number() over (order by copy, number) as number,
                   'account' || %2$d + (row_number() over (order by copy, number)) %% %3$d as account,
                   'Account' || %2$d + (row_number() over (order by copy, number)) %% %3$d as account_name,
                   %6$s as open
            from escalation cross join generate_series(1, %4$d) as copy
            where number <= %5$d and (over_at is null) = %6$s
            """;

    private static final List<String> WRITE = List.of("""
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type,
               route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence, state)
            select 'ESC-' || c.number, c.number, c.account, c.account_name, title, status, severity, tier, band, level, trigger,
                   issue_type, route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence,
                   cast(replace(replace(replace(cast(state as text),
                       '"' || key || '"', '"ESC-' || c.number || '"'),
                       '"' || c.original_account || '"', '"' || c.account || '"'),
                       '"' || c.original_name || '"', '"' || c.account_name || '"') as jsonb)
            from copied c join escalation e on e.key = c.original
            """, """
            insert into escalation_event (escalation, account, sequence, at, name, actor, actor_name, body)
            select 'ESC-' || c.number, c.account, sequence, at, name, actor, actor_name, body
            from copied c join escalation_event e on e.escalation = c.original
            """, """
            insert into escalation_words (escalation, account, sequence, at, said)
            select 'ESC-' || c.number, c.account, sequence, at,
                   replace(replace(said, c.original, 'ESC-' || c.number), c.original_name, c.account_name)
            from copied c join escalation_words e on e.escalation = c.original
            """, """
            insert into insight_course
              (escalation, number, sequence, account, account_name, title, product, status, severity, tier, band, owner, handoffs,
               opened_at, acknowledge_ms, update_ms, plan_ms, resolve_ms, acknowledge_work_ms, update_work_ms, plan_work_ms,
               resolve_work_ms)
            select 'ESC-' || c.number, c.number, sequence, c.account, c.account_name, title, product, status, severity, tier, band,
                   owner, handoffs,
                   -- Years went by: one was opened every fifty minutes, a hundred thousand in nine and a half years.
                   case when c.open then opened_at else opened_at - c.number * interval '50 minutes' end,
                   acknowledge_ms, update_ms, plan_ms, resolve_ms, acknowledge_work_ms, update_work_ms, plan_work_ms, resolve_work_ms
            from copied c join insight_course i on i.escalation = c.original
            """, """
            insert into insight_promise (escalation, account, opened_at, target, tier, met, missed, stopped)
            select copy.escalation, copy.account, copy.opened_at, i.target, i.tier, met, missed, stopped
            from copied c join insight_promise i on i.escalation = c.original
            join insight_course copy on copy.escalation = 'ESC-' || c.number
            """, """
            insert into insight_stay (escalation, account, opened_at, ladder, name, past_ms, since)
            select copy.escalation, copy.account, copy.opened_at, ladder, i.name, past_ms, since
            from copied c join insight_stay i on i.escalation = c.original
            join insight_course copy on copy.escalation = 'ESC-' || c.number
            """, """
            insert into escalation_person (escalation, account, role, person)
            select 'ESC-' || c.number, c.account, role, person
            from copied c join escalation_person e on e.escalation = c.original
            """, """
            insert into escalation_waits_for (who, escalation, account)
            select who, 'ESC-' || c.number, c.account
            from copied c join escalation_waits_for e on e.escalation = c.original
            """, """
            insert into alarm (kind, key, step, cycle, at)
            select a.kind, 'ESC-' || c.number, step, cycle, at
            from copied c join alarm a on a.kind = 'escalation' and a.key = c.original
            """, """
            insert into signal (signal_id, source, external_id, kind, at, received_at, account_key, account, ticket, summary,
               data, state, did, error, attempts)
            select cast(lpad(to_hex(c.number), 32, '0') as uuid), source, 'copy-' || c.number, kind, at, received_at, account_key,
                   c.account, ticket, summary, data, state, did, error, attempts
            from copied c join signal s on s.account = c.original_account and s.external_id like 'begin-%'
            """, """
            insert into outbox
              (message_id, dedupe, escalation_key, recipient, channel, template, same_as, severity, subject, body, because, rails,
               arose_at, due_at, expires_at, state, note, attempts, passed_at, address, sent_at)
            select cast(lpad(to_hex(c.number), 16, '0') || right(replace(cast(message_id as text), '-', ''), 16) as uuid),
                   dedupe || ':' || c.number, 'ESC-' || c.number, recipient, channel, template, same_as || ':' || c.number,
                   severity, subject, body, because, rails, arose_at, due_at, expires_at, 'sent', note, attempts, passed_at,
                   address, arose_at
            from copied c join outbox o on o.escalation_key = c.original
            where c.number % 10 = 0
            """, """
            insert into inbox (person_id, message_id, read_at)
            select person_id, cast(lpad(to_hex(c.number), 16, '0') || right(replace(cast(i.message_id as text), '-', ''), 16) as uuid),
                   o.arose_at
            from copied c join outbox o on o.escalation_key = c.original join inbox i on i.message_id = o.message_id
            where c.number % 10 = 0
            """, """
            drop table copied
            """);

    private Multiplied() {}

    /**
     * Copies each original so many times.
     *
     * @param originals the number of the newest original
     * @param open whether those that are open are copied, or those that are over
     */
    static void write(
            Arena.Database database, long originals, boolean open, int copies, int firstAccount, int accounts) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            // A copy of what is right is right; millions of look-ups of foreign keys would only cost time.
            statement.execute("set session_replication_role = replica");
            long highest = highest(statement);
            statement.execute(CHOOSE.formatted(highest, firstAccount, accounts, copies, originals, open));
            for (String sql : WRITE) {
                statement.execute(sql);
            }
            statement.execute("select setval('escalation_number', (select max(number) from escalation))");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long highest(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select max(number) from escalation")) {
            row.next();
            return row.getLong(1);
        }
    }
}
