package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.database.Columns.numbers;
import static dev.bellrope.app.database.Columns.texts;
import static dev.bellrope.app.database.Columns.times;

import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the current states of escalations to decide on, and writes them. */
@Component
public class EscalationTable {
    private static final String NEXT_NUMBER = """
            select nextval('escalation_number')
            """;

    private static final String ONE = """
            select sequence, state, trace
            from escalation
            where key = :key
            """;

    private static final String ONE_LOCKED = """
            select sequence, state, trace
            from escalation
            where key = :key
            for update
            """;

    /** In the order in which they are due; skips those that another transaction has locked. */
    private static final String DUE = """
            select e.sequence, e.state, e.trace
            from alarm a
            join escalation e on e.key = a.key
            where a.kind = 'escalation' and a.at <= :now and not a.key = any(:except)
            order by a.at
            limit :limit
            for update of e skip locked
            """;

    /**
     * The two ways are queried separately, since no index serves them as one condition. The last condition drops what
     * ended while we waited for its lock.
     */
    private static final String CONCERNED = """
            select e.sequence, e.state, e.trace,
                   array(select t.ticket from escalation_ticket t where t.escalation = e.key and t.ticket = any(:tickets)) as covers
            from escalation e
            where e.key in (
                select o.key from escalation o where o.over_at is null and o.account = any(:accounts)
                union
                select t.escalation from escalation_ticket t where t.ticket = any(:tickets))
              and (e.over_at is null
                   or e.key in (select t.escalation from escalation_ticket t where t.ticket = any(:tickets)))
            order by e.number
            for update of e
            """;

    private static final String ADD = """
            insert into escalation
              (key, number, account, account_name, title, status, severity, tier, band, level, trigger, issue_type,
               route, playbook, owner, begun_at, resolved_at, over_at, next_due, sequence, state, trace)
            values
              (:key, :number, :account, :account_name, :title, :status, :severity, :tier, :band, :level, :trigger,
               :issue_type, :route, :playbook, :owner, :begun_at, cast(:resolved as timestamptz), cast(:over as timestamptz),
               cast(:next_due as timestamptz), :sequence, cast(:state as jsonb), :trace)
            """;

    private static final String CHANGE = """
            update escalation e
            set title = given.title, status = given.status, severity = given.severity, tier = given.tier, band = given.band,
                level = given.level, issue_type = given.issue_type, route = given.route, owner = given.owner,
                resolved_at = given.resolved, over_at = given.over, next_due = given.next_due,
                sequence = given.sequence, state = cast(given.state as jsonb)
            from unnest(
                :key, :before, :title, :status, :severity, :tier, :band, :level, :issue_type, :route, :owner,
                cast(:resolved as timestamptz[]), cast(:over as timestamptz[]), cast(:next_due as timestamptz[]),
                :sequence, :state)
              as given (
                key, before, title, status, severity, tier, band, level, issue_type, route, owner, resolved, over, next_due,
                sequence, state)
            where e.key = given.key and e.sequence = given.before
            """;

    private final JdbcClient jdbc;
    private final ConcernTable concerns;

    EscalationTable(JdbcClient jdbc, ConcernTable concerns) {
        this.jdbc = jdbc;
        this.concerns = concerns;
    }

    /**
     * A state and the sequence number of the newest event in it.
     *
     * @param trace the trace of the signal that began it; empty: it began before traces were kept
     */
    public record LoadedEscalation(long sequence, Escalation state, Optional<Trace> trace) {
        public String key() {
            return state.key();
        }

        /** Returns an escalation that has just begun. */
        public static LoadedEscalation begun(CommandOutcome outcome) {
            return new LoadedEscalation(
                    outcome.sequence(),
                    outcome.state(),
                    outcome.happenings().getFirst().trace());
        }

        /** Returns the escalation after a command. */
        public LoadedEscalation after(CommandOutcome outcome) {
            return new LoadedEscalation(outcome.sequence(), outcome.state(), trace);
        }
    }

    /**
     * A change of an escalation's state.
     *
     * @param before as it is in the table; null if it is new
     */
    public record StateChange(@Nullable LoadedEscalation before, LoadedEscalation after) {
        public Escalation state() {
            return after.state();
        }
    }

    public long nextNumber() {
        return jdbc.sql(NEXT_NUMBER).query((row, number) -> row.getLong(1)).single();
    }

    public Optional<LoadedEscalation> find(String key) {
        return jdbc.sql(ONE).param("key", key).query(EscalationTable::loaded).optional();
    }

    /** Loads and locks an escalation, so that nobody else decides on it until the transaction ends. */
    public Optional<LoadedEscalation> lock(String key) {
        return jdbc.sql(ONE_LOCKED)
                .param("key", key)
                .query(EscalationTable::loaded)
                .optional();
    }

    /** Locks and returns the escalations with a due alarm; one with several due alarms is returned several times. */
    public List<LoadedEscalation> lockDue(Instant now, int limit, Collection<String> except) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("except", except.toArray(String[]::new))
                .query(EscalationTable::loaded)
                .list();
    }

    /**
     * An escalation that signals concern.
     *
     * @param covers which of the given tickets it covers
     */
    public record ConcernedEscalation(LoadedEscalation loaded, Set<String> covers) {
        public boolean concerns(String account, String ticket) {
            Escalation state = loaded.state();
            return (state.account().equals(account) && !state.status().isOver())
                    || covers.contains(ticket)
                    || state.tickets().containsKey(ticket);
        }
    }

    /** Locks and returns the accounts' open escalations, and any that covers one of the tickets. */
    public List<ConcernedEscalation> lockConcerned(Collection<String> accounts, Collection<String> tickets) {
        return jdbc.sql(CONCERNED)
                .param("accounts", texts(accounts, account -> account))
                .param("tickets", texts(tickets, ticket -> ticket))
                .query((row, number) -> new ConcernedEscalation(loaded(row, number), Set.of((String[])
                        row.getArray("covers").getArray())))
                .list();
    }

    /**
     * Writes the states, and the rows by which lists find them.
     *
     * @throws IllegalStateException when somebody else changed one since it was loaded; nothing may be committed then
     */
    public void write(List<StateChange> changes, Instant at) {
        List<StateChange> known = new ArrayList<>();
        for (StateChange change : changes) {
            if (change.before() == null) {
                add(change.after(), at);
            } else {
                known.add(change);
            }
        }
        if (!known.isEmpty()) {
            change(known);
        }
        concerns.write(changes);
    }

    private void add(LoadedEscalation added, Instant at) {
        Escalation state = added.state();
        jdbc.sql(ADD)
                .param("key", state.key())
                .param("number", number(state.key()))
                .param("account", state.account())
                .param("account_name", state.accountName())
                .param("title", state.title())
                .param("status", state.status().word())
                .param("severity", state.severity().name())
                .param("tier", state.assessment().tier())
                .param("band", state.assessment().band().word())
                .param("level", state.level())
                .param("trigger", state.assessment().trigger())
                .param("issue_type", state.assessment().issueType())
                .param("route", state.assessment().route())
                .param("playbook", state.playbook())
                .param("owner", state.findOwner().orElse(null))
                .param("begun_at", at.atOffset(ZoneOffset.UTC))
                .param("resolved", text(state.times().resolved()))
                .param("over", text(overAt(state)))
                .param("next_due", text(nextDue(state)))
                .param("sequence", added.sequence())
                .param("state", StoredJson.state(state))
                .param("trace", added.trace().map(Trace::parent).orElse(null))
                .update();
    }

    private void change(List<StateChange> known) {
        int changed = jdbc.sql(CHANGE)
                .param("key", texts(known, one -> one.state().key()))
                .param(
                        "before",
                        numbers(
                                known,
                                one -> one.before() == null ? 0 : one.before().sequence()))
                .param("title", texts(known, one -> one.state().title()))
                .param("status", texts(known, one -> one.state().status().word()))
                .param("severity", texts(known, one -> one.state().severity().name()))
                .param("tier", texts(known, one -> one.state().assessment().tier()))
                .param(
                        "band",
                        texts(known, one -> one.state().assessment().band().word()))
                .param("level", texts(known, one -> one.state().level()))
                .param(
                        "issue_type",
                        texts(known, one -> one.state().assessment().issueType()))
                .param("route", texts(known, one -> one.state().assessment().route()))
                .param("owner", texts(known, one -> one.state().findOwner().orElse(null)))
                .param("resolved", times(known, one -> one.state().times().resolved()))
                .param("over", times(known, one -> overAt(one.state())))
                .param("next_due", times(known, one -> nextDue(one.state())))
                .param("sequence", numbers(known, one -> one.after().sequence()))
                .param("state", texts(known, one -> StoredJson.state(one.state())))
                .update();
        if (changed != known.size()) {
            throw new IllegalStateException("one of %d escalations from %s on was changed by somebody else meanwhile"
                    .formatted(known.size(), known.getFirst().state().key()));
        }
    }

    /** Returns 1042 for {@code ESC-1042}; zero for what is not a key. */
    public static long number(String key) {
        String digits = key.substring(key.indexOf('-') + 1);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static @Nullable Instant overAt(Escalation state) {
        return state.status().isOver() ? state.times().closed() : null;
    }

    /** Returns when a request must be answered, or when the earliest running promise is due, overdue ones included. */
    static @Nullable Instant nextDue(Escalation state) {
        return switch (state.status()) {
            case REQUESTED -> state.times().requestAnswerBy();
            case ACTIVE, RESOLVED, WATCH ->
                state.findNextDue().map(TargetClock::due).orElse(null);
            case DECLINED, CLOSED, MERGED -> null;
        };
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static LoadedEscalation loaded(ResultSet row, int number) throws SQLException {
        return new LoadedEscalation(
                row.getLong("sequence"),
                StoredJson.escalation(row.getString("state")),
                Trace.parse(row.getString("trace")));
    }
}
