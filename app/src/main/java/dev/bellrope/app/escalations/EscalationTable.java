package dev.bellrope.app.escalations;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Escalations, one row each: loaded, locked and written. */
@Component
class EscalationTable {
    private static final String NEXT_NUMBER = """
            select nextval('escalation_number')
            """;

    private static final String ONE = """
            select sequence, state
            from escalation
            where key = :key
            """;

    private static final String ONE_LOCKED = """
            select sequence, state
            from escalation
            where key = :key
            for update
            """;

    private static final String ONE_UNLESS_LOCKED = """
            select sequence, state
            from escalation
            where key = :key
            for update skip locked
            """;

    /** The two ways are looked up apart, as one condition no index serves it; what ended while we waited for it is left out again. */
    private static final String CONCERNED = """
            select e.sequence, e.state
            from escalation e
            where e.key in (
                select o.key from escalation o where o.over_at is null and o.account = :account
                union
                select t.escalation from escalation_ticket t where t.ticket = :ticket)
              and (e.over_at is null or e.key in (select t.escalation from escalation_ticket t where t.ticket = :ticket))
            order by e.number
            for update of e
            """;

    private static final String ADD = """
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type,
               route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence, state)
            values
              (:key, :number, :account, :account_name, :title, :status, :severity, :tier, :band, :level, :trigger,
               :issue_type, :route, :playbook, :owner, :begun_at, :resolved_at, :over_at, :next_due, :sequence,
               cast(:state as jsonb))
            """;

    private static final String CHANGE = """
            update escalation
            set title = :title, status = :status, severity = :severity, tier = :tier, band = :band, level = :level,
                issue_type = :issue_type, route = :route, owner = :owner, resolved_at = :resolved_at,
                over_at = :over_at, next_due = :next_due, sequence = :sequence, state = cast(:state as jsonb)
            where key = :key and sequence = :before
            """;

    private static final String CLEAR_PEOPLE = """
            delete from escalation_person where escalation = :key
            """;

    private static final String ADD_PERSON = """
            insert into escalation_person (escalation, role, person)
            values (:key, :role, :person)
            """;

    private static final String ADD_TICKET = """
            insert into escalation_ticket (ticket, escalation)
            values (:ticket, :key)
            on conflict do nothing
            """;

    private static final String CLEAR_WAITING = """
            delete from escalation_waits_for where escalation = :key
            """;

    private static final String ADD_WAITING = """
            insert into escalation_waits_for (who, escalation)
            values (:who, :key)
            """;

    private final JdbcClient jdbc;

    EscalationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A state and the sequence number of the newest event in it. */
    record Loaded(long sequence, Escalation state) {}

    long nextNumber() {
        return jdbc.sql(NEXT_NUMBER).query((row, number) -> row.getLong(1)).single();
    }

    Optional<Loaded> find(String key) {
        return jdbc.sql(ONE).param("key", key).query(EscalationTable::loaded).optional();
    }

    /** Nobody else decides on it until the transaction ends. */
    Optional<Loaded> lock(String key) {
        return jdbc.sql(ONE_LOCKED)
                .param("key", key)
                .query(EscalationTable::loaded)
                .optional();
    }

    /** The same, unless somebody else has it in hand. */
    Optional<Loaded> tryLock(String key) {
        return jdbc.sql(ONE_UNLESS_LOCKED)
                .param("key", key)
                .query(EscalationTable::loaded)
                .optional();
    }

    /** The account's escalations that are not over, and any that covers the ticket; locked. */
    List<Loaded> lockConcerned(String account, String ticket) {
        return jdbc.sql(CONCERNED)
                .param("account", account)
                .param("ticket", ticket)
                .query(EscalationTable::loaded)
                .list();
    }

    void add(long number, Escalation state, long sequence, Instant at) {
        columns(jdbc.sql(ADD), state, sequence)
                .param("number", number)
                .param("account", state.account())
                .param("account_name", state.accountName())
                .param("trigger", state.assessment().trigger())
                .param("playbook", state.playbook())
                .param("begun_at", at.atOffset(ZoneOffset.UTC))
                .update();
        follow(state, null);
    }

    /** @throws IllegalStateException when somebody else changed it since it was loaded */
    void change(Escalation before, long sequenceBefore, Escalation state, long sequence) {
        int changed = columns(jdbc.sql(CHANGE), state, sequence)
                .param("before", sequenceBefore)
                .update();
        if (changed != 1) {
            throw new IllegalStateException(state.key() + " was changed by somebody else meanwhile");
        }
        follow(state, before);
    }

    private void follow(Escalation state, @Nullable Escalation before) {
        if (before == null || !before.people().equals(state.people())) {
            jdbc.sql(CLEAR_PEOPLE).param("key", state.key()).update();
            state.people()
                    .forEach((role, person) -> jdbc.sql(ADD_PERSON)
                            .param("key", state.key())
                            .param("role", role)
                            .param("person", person)
                            .update());
        }
        followWaiting(state, before);
        for (String ticket : state.tickets().keySet()) {
            if (before == null || !before.tickets().containsKey(ticket)) {
                jdbc.sql(ADD_TICKET)
                        .param("ticket", ticket)
                        .param("key", state.key())
                        .update();
            }
        }
    }

    private void followWaiting(Escalation state, @Nullable Escalation before) {
        Set<String> waited = before == null ? Set.of() : waitsFor(before);
        Set<String> now = waitsFor(state);
        if (!now.equals(waited)) {
            jdbc.sql(CLEAR_WAITING).param("key", state.key()).update();
            now.forEach(who -> jdbc.sql(ADD_WAITING)
                    .param("who", who)
                    .param("key", state.key())
                    .update());
        }
    }

    /** Whom it waits for beside those who hold a role in it: people by their ids, and duties of which anybody may answer. */
    private static Set<String> waitsFor(Escalation state) {
        if (state.status().isOver()) {
            return Set.of();
        }
        Set<String> who = new TreeSet<>();
        if (state.handoff() != null) {
            who.add(state.handoff().to());
        }
        state.questions().values().forEach(question -> who.add(question.of()));
        state.plan().stream()
                .filter(step ->
                        step.state() != PlanStep.State.PASSED && !step.owner().isEmpty())
                .forEach(step -> who.add(step.owner()));
        return who;
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec statement, Escalation state, long sequence) {
        Instant over = state.status().isOver() ? state.times().closed() : null;
        return statement
                .param("key", state.key())
                .param("title", state.title())
                .param("status", state.status().word())
                .param("severity", state.severity().name())
                .param("tier", state.assessment().tier())
                .param("band", state.assessment().band().word())
                .param("level", state.level())
                .param("issue_type", state.assessment().issueType())
                .param("route", state.assessment().route())
                .param("owner", state.findOwner().orElse(null))
                .param("resolved_at", offset(state.times().resolved()))
                .param("over_at", offset(over))
                .param("next_due", offset(nextDue(state)))
                .param("sequence", sequence)
                .param("state", Kept.state(state));
    }

    /** The earliest promise that runs, overdue ones included. */
    static @Nullable Instant nextDue(Escalation state) {
        if (state.status().isOver()) {
            return null;
        }
        Instant first = state.times().requestAnswerBy();
        for (TargetClock clock : state.clocks().values()) {
            if (clock.isOpen()
                    && !clock.isPaused()
                    && (first == null || clock.due().isBefore(first))) {
                first = clock.due();
            }
        }
        return first;
    }

    private static Loaded loaded(ResultSet row, int number) throws SQLException {
        return new Loaded(row.getLong("sequence"), Kept.escalation(row.getString("state")));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
