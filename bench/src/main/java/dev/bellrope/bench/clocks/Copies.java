package dev.bellrope.bench.clocks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies escalations that were really declared, row by row: a backlog of 20,000 in seconds instead of minutes. */
final class Copies {
    private static final String CHOOSE = """
            create table copied as
            select key as original,
                   row_number() over (order by number, copy) + (select max(number) from escalation) as number
            from escalation cross join generate_series(1, cast(:copies as integer)) as copy
            where account in (select 'account' || n from generate_series(cast(:first as integer), cast(:last as integer)) as n)
            """;

    private static final List<String> WRITE = List.of("""
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type,
               route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence, state)
            select 'ESC-' || c.number, c.number, account, account_name, title, status, severity, tier, band, level, trigger,
                   issue_type, route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence,
                   cast(replace(cast(state as text), '"' || key || '"', '"ESC-' || c.number || '"') as jsonb)
            from copied c join escalation e on e.key = c.original
            """, """
            insert into escalation_event (escalation, account, sequence, at, name, actor, actor_name, body)
            select 'ESC-' || c.number, account, sequence, at, name, actor, actor_name,
                   cast(replace(cast(body as text), '"' || c.original || '"', '"ESC-' || c.number || '"') as jsonb)
            from copied c join escalation_event e on e.escalation = c.original
            """, """
            insert into escalation_person (escalation, account, role, person)
            select 'ESC-' || c.number, account, role, person
            from copied c join escalation_person e on e.escalation = c.original
            """, """
            insert into alarm (kind, key, step, cycle, at)
            select a.kind, 'ESC-' || c.number, step, cycle, at
            from copied c join alarm a on a.kind = 'escalation' and a.key = c.original
            """, """
            select setval('escalation_number', (select max(number) from escalation))
            """, """
            drop table copied
            """);

    private Copies() {}

    /** Copies the escalation of each account from the first to the last so many times. */
    static void write(JdbcClient client, int first, int last, int copies) {
        client.sql(CHOOSE)
                .param("copies", copies)
                .param("first", first)
                .param("last", last)
                .update();
        for (String statement : WRITE) {
            if (statement.strip().startsWith("select")) {
                client.sql(statement).query(Long.class).single();
            } else {
                client.sql(statement).update();
            }
        }
    }
}
