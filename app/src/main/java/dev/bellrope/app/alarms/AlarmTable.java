package dev.bellrope.app.alarms;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The armed alarms by subject, and every strike. Whoever writes the alarms of a subject must hold a lock on the
 * escalation, the task, or the account of the ticket.
 */
@Component
public class AlarmTable {
    /** Every node checks the alarms more often than this, so nobody needs to be woken for a later alarm. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final String ARMED = """
            select kind, key, step, cycle, at
            from alarm
            where (kind, key) in (select * from unnest(:kinds, :keys))
            """;

    private static final String ADD = """
            insert into alarm (kind, key, step, cycle, at)
            select * from unnest(:kinds, :keys, :steps, cast(:cycles as integer[]), cast(:ats as timestamptz[]))
            on conflict (kind, key, step, cycle) do update set at = excluded.at
            """;

    private static final String REMOVE = """
            delete from alarm
            using unnest(:kinds, :keys, :steps, cast(:cycles as integer[])) as given (kind, key, step, cycle)
            where alarm.kind = given.kind and alarm.key = given.key
              and alarm.step = given.step and alarm.cycle = given.cycle
            """;

    private static final String DUE = """
            select kind, key, step, cycle, at
            from alarm
            where kind = :kind and at <= :now and not key = any(:except)
            order by at, key, step, cycle
            limit :limit
            """;

    private static final String TAKE = """
            delete from alarm
            where (kind, key, step, cycle) in (
              select kind, key, step, cycle
              from alarm
              where kind = :kind and key = :key and step = :step and cycle = :cycle and at <= :now
              for update skip locked)
            returning at
            """;

    /** One index lookup per kind. */
    private static final String NEXT = """
            select min(next.at) as at
            from unnest(:all) as one (kind)
            cross join lateral (
              select at from alarm
              where alarm.kind = one.kind
                and not (one.kind, alarm.key) in (select * from unnest(:kinds, :keys))
              order by at limit 1) as next
            """;

    private static final String BACKLOG = """
            select count(*) as due, min(due.at) as oldest
            from (
              select next.at
              from unnest(:all) as one (kind)
              cross join lateral (
                select at from alarm where alarm.kind = one.kind and at <= :now order by at limit 10000) as next
              limit 10000) as due
            """;

    private static final String STRUCK = """
            insert into strike (kind, key, step, cycle, due_at, struck_at, did)
            select kind, key, step, cycle, due_at, :struck_at, did
            from unnest(:kinds, :keys, :steps, cast(:cycles as integer[]), cast(:dues as timestamptz[]),
                cast(:dids as boolean[]))
              as given (kind, key, step, cycle, due_at, did)
            """;

    private static final String WAKE = """
            select pg_notify('bellrope_alarm', '')
            """;

    private static final String[] EVERY_KIND =
            Arrays.stream(SubjectKind.values()).map(SubjectKind::word).toArray(String[]::new);

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alarm that went off, and whether it still applied. */
    public record StrikeRow(DueAlarm due, boolean did) {}

    /** Returns the armed alarms by subject; subjects without any are absent. */
    public Map<Subject, Set<Alarm>> armed(Collection<Subject> subjects) {
        Map<Subject, Set<Alarm>> armed = new HashMap<>();
        subjects(jdbc.sql(ARMED), subjects)
                .query(AlarmTable::due)
                .list()
                .forEach(due -> armed.computeIfAbsent(due.subject(), subject -> new HashSet<>())
                        .add(due.alarm()));
        return armed;
    }

    /** Replaces the armed alarms of subjects by the wanted ones. */
    public void arm(Map<Subject, Set<Alarm>> present, Map<Subject, ? extends Collection<Alarm>> wanted, Instant now) {
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

    /**
     * Lists the due alarms of a kind, the oldest first.
     *
     * @param except the keys of subjects to leave out
     */
    public List<DueAlarm> listDue(SubjectKind kind, Instant now, int limit, Collection<String> except) {
        return jdbc.sql(DUE)
                .param("kind", kind.word())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("except", texts(except, key -> key))
                .query(AlarmTable::due)
                .list();
    }

    /** Takes an alarm, unless somebody else is taking it or it is no longer armed. */
    public Optional<DueAlarm> take(DueAlarm due, Instant now) {
        return jdbc.sql(TAKE)
                .param("kind", due.subject().kind().word())
                .param("key", due.key())
                .param("step", due.alarm().step())
                .param("cycle", due.alarm().cycle())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        due.at(row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Finds when the next alarm is due.
     *
     * @param except subjects to leave out
     */
    public Optional<Instant> findNext(Collection<Subject> except) {
        return subjects(jdbc.sql(NEXT), except)
                .param("all", EVERY_KIND)
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Returns the alarms that are due and have not been struck. */
    public AlarmBacklog backlog(Instant now) {
        return jdbc.sql(BACKLOG)
                .param("all", EVERY_KIND)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new AlarmBacklog(
                        row.getLong("due"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(oldest -> Duration.between(oldest.toInstant(), now))
                                .orElse(Duration.ZERO)))
                .single();
    }

    /**
     * Records that alarms went off.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of them has gone off before
     */
    public void struck(List<StrikeRow> struck, Instant at) {
        steps(jdbc.sql(STRUCK), struck.stream().map(StrikeRow::due).toList())
                .param("dues", times(struck, one -> one.due().alarm().at()))
                .param("struck_at", at.atOffset(ZoneOffset.UTC))
                .param("dids", texts(struck, one -> Boolean.toString(one.did())))
                .update();
    }

    private static JdbcClient.StatementSpec steps(JdbcClient.StatementSpec statement, List<DueAlarm> alarms) {
        return subjects(statement, alarms.stream().map(DueAlarm::subject).toList())
                .param("steps", texts(alarms, one -> one.alarm().step()))
                .param("cycles", numbers(alarms, one -> one.alarm().cycle()));
    }

    private static JdbcClient.StatementSpec subjects(JdbcClient.StatementSpec statement, Collection<Subject> subjects) {
        return statement
                .param("kinds", texts(subjects, subject -> subject.kind().word()))
                .param("keys", texts(subjects, Subject::key));
    }

    private static DueAlarm due(ResultSet row, int number) throws SQLException {
        return new DueAlarm(
                new Subject(SubjectKind.of(row.getString("kind")), row.getString("key")),
                new Alarm(
                        row.getString("step"),
                        row.getInt("cycle"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
