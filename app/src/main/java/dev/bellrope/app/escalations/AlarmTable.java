package dev.bellrope.app.escalations;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.core.escalation.Alarm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alarms by subject. Who writes those of a subject has it locked: the escalation, or the account of the ticket. */
@Component
class AlarmTable {
    /** Every node looks at the alarms more often than that, so nobody need be woken for one that is further away. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final String ARMED = """
            select subject, step, cycle, at
            from alarm
            where subject = any(:subjects)
            """;

    private static final String ADD = """
            insert into alarm (subject, step, cycle, at)
            select * from unnest(:subjects, :steps, cast(:cycles as integer[]), cast(:ats as timestamptz[]))
            on conflict (subject, step, cycle) do update set at = excluded.at
            """;

    private static final String REMOVE = """
            delete from alarm
            using unnest(:subjects, :steps, cast(:cycles as integer[])) as given (subject, step, cycle)
            where alarm.subject = given.subject and alarm.step = given.step and alarm.cycle = given.cycle
            """;

    private static final String DUE_OF_TICKETS = """
            select subject, step, cycle, at
            from alarm
            where subject like 'ticket:%' and at <= :now and not subject = any(:except)
            order by at, subject, step, cycle
            limit :limit
            """;

    private static final String TAKE = """
            delete from alarm
            where (subject, step, cycle) in (
              select subject, step, cycle
              from alarm
              where subject = :subject and step = :step and cycle = :cycle and at <= :now
              for update skip locked)
            returning at
            """;

    private static final String NEXT = """
            select least(
              (select at from alarm
               where subject like 'escalation:%' and not subject = any(:except) order by at limit 1),
              (select at from alarm
               where subject like 'ticket:%' and not subject = any(:except) order by at limit 1)) as at
            """;

    private static final String BACKLOG = """
            select count(*) as due, min(at) as oldest
            from (
              (select at from alarm where subject like 'escalation:%' and at <= :now order by at limit 10000)
              union all
              (select at from alarm where subject like 'ticket:%' and at <= :now order by at limit 10000)
              limit 10000) as due
            """;

    private static final String STRUCK = """
            insert into strike (subject, step, cycle, due_at, struck_at, did)
            select subject, step, cycle, due_at, :struck_at, did
            from unnest(:subjects, :steps, cast(:cycles as integer[]), cast(:dues as timestamptz[]), cast(:dids as boolean[]))
              as given (subject, step, cycle, due_at, did)
            """;

    private static final String WAKE = """
            select pg_notify('bellrope_alarm', '')
            """;

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alarm that went off, and whether it still fitted. */
    record Struck(DueAlarm due, boolean did) {}

    /** What is armed, by subject; absent for nothing. */
    Map<String, Set<Alarm>> armed(Collection<String> subjects) {
        Map<String, Set<Alarm>> armed = new HashMap<>();
        jdbc.sql(ARMED)
                .param("subjects", texts(subjects, subject -> subject))
                .query(AlarmTable::due)
                .list()
                .forEach(due -> armed.computeIfAbsent(due.subject(), subject -> new HashSet<>())
                        .add(due.alarm()));
        return armed;
    }

    /** Makes the armed alarms of some subjects those wanted, and no others. */
    void arm(Map<String, Set<Alarm>> present, Map<String, ? extends Collection<Alarm>> wanted, Instant now) {
        List<DueAlarm> added = new ArrayList<>();
        List<DueAlarm> removed = new ArrayList<>();
        wanted.forEach((subject, alarms) -> {
            Set<Alarm> had = present.getOrDefault(subject, Set.of());
            Set<String> steps = new HashSet<>();
            for (Alarm alarm : alarms) {
                steps.add(alarm.step() + " " + alarm.cycle());
                if (!had.contains(alarm)) {
                    added.add(new DueAlarm(subject, alarm));
                }
            }
            had.stream()
                    .filter(alarm -> !steps.contains(alarm.step() + " " + alarm.cycle()))
                    .forEach(alarm -> removed.add(new DueAlarm(subject, alarm)));
        });
        if (!removed.isEmpty()) {
            steps(jdbc.sql(REMOVE), removed).update();
        }
        if (!added.isEmpty()) {
            steps(jdbc.sql(ADD), added)
                    .param("ats", times(added, one -> one.alarm().at()))
                    .update();
        }
        if (added.stream().anyMatch(one -> one.alarm().at().isBefore(now.plus(SOON)))) {
            jdbc.sql(WAKE).query((row, number) -> "").single();
        }
    }

    /** What is due of tickets, the oldest first. */
    List<DueAlarm> listDueOfTickets(Instant now, int limit, Collection<String> except) {
        return jdbc.sql(DUE_OF_TICKETS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("except", texts(except, subject -> subject))
                .query(AlarmTable::due)
                .list();
    }

    /** Takes it, unless somebody else has it in hand or it is armed no more. */
    Optional<DueAlarm> take(DueAlarm due, Instant now) {
        return jdbc.sql(TAKE)
                .param("subject", due.subject())
                .param("step", due.alarm().step())
                .param("cycle", due.alarm().cycle())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        due.at(row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** When the next one is due. */
    Optional<Instant> findNext(Collection<String> except) {
        return jdbc.sql(NEXT)
                .param("except", texts(except, subject -> subject))
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    Backlog backlog(Instant now) {
        return jdbc.sql(BACKLOG)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Backlog(
                        row.getLong("due"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(oldest -> Duration.between(oldest.toInstant(), now))
                                .orElse(Duration.ZERO)))
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of them went off before */
    void struck(List<Struck> struck, Instant at) {
        steps(jdbc.sql(STRUCK), struck.stream().map(Struck::due).toList())
                .param("dues", times(struck, one -> one.due().alarm().at()))
                .param("struck_at", at.atOffset(ZoneOffset.UTC))
                .param("dids", texts(struck, one -> Boolean.toString(one.did())))
                .update();
    }

    private static JdbcClient.StatementSpec steps(JdbcClient.StatementSpec statement, List<DueAlarm> alarms) {
        return statement
                .param("subjects", texts(alarms, DueAlarm::subject))
                .param("steps", texts(alarms, one -> one.alarm().step()))
                .param("cycles", numbers(alarms, one -> one.alarm().cycle()));
    }

    private static DueAlarm due(ResultSet row, int number) throws SQLException {
        return new DueAlarm(
                row.getString("subject"),
                new Alarm(
                        row.getString("step"),
                        row.getInt("cycle"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
