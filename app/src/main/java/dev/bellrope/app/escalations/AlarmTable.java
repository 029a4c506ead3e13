package dev.bellrope.app.escalations;

import dev.bellrope.core.escalation.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AlarmTable {
    private static final String OF_SUBJECT = """
            select step, cycle, at
            from alarm
            where subject = :subject
            """;

    private static final String ADD = """
            insert into alarm (subject, step, cycle, at)
            values (:subject, :step, :cycle, :at)
            on conflict (subject, step, cycle) do update set at = excluded.at
            """;

    private static final String REMOVE = """
            delete from alarm
            where subject = :subject and step = :step and cycle = :cycle
            """;

    private static final String DUE = """
            select subject, step, cycle, at
            from alarm
            where at <= :now
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
            select min(at) as at from alarm
            """;

    private static final String BACKLOG = """
            select count(*) as due, min(at) as oldest
            from (select at from alarm where at <= :now order by at limit 10000) as due
            """;

    private static final String STRUCK = """
            insert into strike (subject, step, cycle, due_at, struck_at, did)
            values (:subject, :step, :cycle, :due_at, :struck_at, :did)
            """;

    private static final String WAKE = """
            select pg_notify('bellrope_alarm', '')
            """;

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the armed alarms of a subject those given, and no others. */
    void arm(String subject, Collection<Alarm> armed) {
        Set<Alarm> wanted = new HashSet<>(armed);
        List<Alarm> present = jdbc.sql(OF_SUBJECT)
                .param("subject", subject)
                .query((row, number) -> new Alarm(
                        row.getString("step"),
                        row.getInt("cycle"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        for (Alarm alarm : present) {
            if (!wanted.remove(alarm)
                    && wanted.stream()
                            .noneMatch(other -> other.step().equals(alarm.step()) && other.cycle() == alarm.cycle())) {
                step(jdbc.sql(REMOVE), subject, alarm).update();
            }
        }
        for (Alarm alarm : wanted) {
            step(jdbc.sql(ADD), subject, alarm)
                    .param("at", alarm.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
        if (!wanted.isEmpty()) {
            jdbc.sql(WAKE).query((row, number) -> "").single();
        }
    }

    /** What is due, the oldest first. */
    List<DueAlarm> listDue(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new DueAlarm(
                        row.getString("subject"),
                        new Alarm(
                                row.getString("step"),
                                row.getInt("cycle"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
    }

    /** Takes it, unless somebody else has it in hand or it is armed no more. */
    Optional<Instant> take(DueAlarm due, Instant now) {
        return step(jdbc.sql(TAKE), due.subject(), due.alarm())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** When the next one is due. */
    Optional<Instant> findNext() {
        return jdbc.sql(NEXT)
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

    void struck(DueAlarm due, Instant dueAt, Instant at, boolean did) {
        step(jdbc.sql(STRUCK), due.subject(), due.alarm())
                .param("due_at", dueAt.atOffset(ZoneOffset.UTC))
                .param("struck_at", at.atOffset(ZoneOffset.UTC))
                .param("did", did)
                .update();
    }

    private static JdbcClient.StatementSpec step(JdbcClient.StatementSpec statement, String subject, Alarm alarm) {
        return statement.param("subject", subject).param("step", alarm.step()).param("cycle", alarm.cycle());
    }
}
