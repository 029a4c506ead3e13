package dev.bellrope.app.escalations;

import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.DueAlarm;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationTable;
import dev.bellrope.app.escalations.store.EscalationTable.LoadedEscalation;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.engine.Step;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction decides at one instant, on escalations that it has locked. Each decision sees the state that
 * those before it left. Decisions are written together, at the end or before workloads are counted.
 */
final class UnitOfWork {
    private final EventStore store;
    private final Roster everybody;
    private final Instant at;
    private Optional<Trace> trace;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<Subject, Set<Alarm>> armed = new HashMap<>();

    // Not written yet; by the escalation's key or the alarm's subject.
    private final Map<String, EscalationTable.StateChange> changes = new LinkedHashMap<>();
    private final Map<Subject, Set<Alarm>> wanted = new LinkedHashMap<>();
    private final List<DecisionListener.DecisionRecord> decisions = new ArrayList<>();
    private final List<AlarmTable.StrikeRow> struck = new ArrayList<>();

    /**
     * Creates an empty unit of work.
     *
     * @param trace the trace of what causes the decisions; empty: each escalation continues the trace that it began
     *     with
     */
    UnitOfWork(EventStore store, Roster everybody, Instant at, Optional<Trace> trace) {
        this.store = store;
        this.everybody = everybody;
        this.at = at;
        this.trace = trace;
    }

    /** Sets the trace of the decisions from here on. */
    void follow(Trace by) {
        trace = Optional.of(by);
    }

    Instant at() {
        return at;
    }

    /** Returns the roster without workloads, which only decisions need. */
    Roster everybody() {
        return everybody;
    }

    Account account(String id) {
        return accounts.computeIfAbsent(id, store::account);
    }

    /** Loads the accounts that will be needed, all at once. */
    void know(Collection<String> ids) {
        accounts.putAll(store.accounts(ids));
    }

    String nextKey() {
        return store.nextKey();
    }

    /** Makes these the only armed alarms of a subject. */
    void arm(Subject subject, Set<Alarm> alarms) {
        wanted.put(subject, alarms);
    }

    /** Arms the alarms of a new subject: nothing is armed yet, so there is nothing to look up. */
    void armFirst(Subject subject, Set<Alarm> alarms) {
        armed.putIfAbsent(subject, Set.of());
        arm(subject, alarms);
    }

    /**
     * Decides on an escalation.
     *
     * @param loaded the escalation as it was loaded, or as the previous decision left it
     * @throws CommandRefused when the command is refused; then none of it will be written
     */
    CommandOutcome carryOut(LoadedEscalation loaded, Actor actor, Command command) {
        Situation situation = situation(loaded.state().account(), actor, store.playbookOf(loaded.state()));
        Step.Taken taken = taken(Step.take(loaded.state(), loaded.sequence(), command, situation));
        return taken.events().isEmpty()
                ? new CommandOutcome(loaded.state(), loaded.sequence(), List.of())
                : keep(loaded, taken);
    }

    /**
     * Begins an escalation with the key that the command carries.
     *
     * @throws CommandRefused when the command is refused
     */
    CommandOutcome begin(Actor actor, Command command, String account) {
        Situation situation = situation(account, actor, store.playbookInForce());
        return keep(null, taken(Step.take(null, 0, command, situation)));
    }

    /** Strikes the due alarms of some escalations, in the order in which they are due. */
    StrikeResult strike(Collection<LoadedEscalation> locked) {
        Map<Subject, LoadedEscalation> states = new HashMap<>();
        locked.forEach(one -> states.put(Subject.escalation(one.key()), one));
        know(locked.stream().map(one -> one.state().account()).distinct().toList());
        armed.putAll(store.armed(states.keySet()));
        List<DueAlarm> due = new ArrayList<>();
        armed.forEach((subject, alarms) -> alarms.stream()
                .filter(alarm -> !alarm.at().isAfter(at))
                .forEach(alarm -> due.add(new DueAlarm(subject, alarm))));
        due.sort(DueAlarm.BY_TIME);
        List<DueAlarm> done = new ArrayList<>();
        Map<Subject, RuntimeException> failed = new HashMap<>();
        for (DueAlarm alarm : due) {
            // Skip an alarm that an earlier strike disarmed; after a failure, the escalation's later alarms wait.
            if (armedNow(alarm.subject()).contains(alarm.alarm()) && !failed.containsKey(alarm.subject())) {
                try {
                    LoadedEscalation loaded = Objects.requireNonNull(states.get(alarm.subject()));
                    CommandOutcome outcome = strike(loaded, alarm);
                    states.put(alarm.subject(), loaded.after(outcome));
                    done.add(alarm);
                } catch (RuntimeException e) {
                    failed.put(alarm.subject(), e);
                }
            }
        }
        return new StrikeResult(done, failed);
    }

    private CommandOutcome strike(LoadedEscalation loaded, DueAlarm due) {
        CommandOutcome outcome = carryOut(loaded, Actor.SYSTEM, new Command.Strike(due.alarm()));
        boolean did = !outcome.happenings().isEmpty();
        if (!did) {
            Set<Alarm> left = new HashSet<>(armedNow(due.subject()));
            left.remove(due.alarm());
            wanted.put(due.subject(), left);
        }
        struck.add(new AlarmTable.StrikeRow(due, did));
        return outcome;
    }

    private Set<Alarm> armedNow(Subject subject) {
        Set<Alarm> changed = wanted.get(subject);
        return changed == null ? armed.getOrDefault(subject, Set.of()) : changed;
    }

    private Situation situation(String account, Actor actor, Playbook playbook) {
        Roster roster = everybody.counting(
                () -> {
                    write();
                    return store.loads().ofEverybody();
                },
                () -> {
                    write();
                    return store.loads().handledBefore(account);
                });
        return new Situation(at, actor, playbook, account(account), roster);
    }

    private static Step.Taken taken(Step step) {
        return switch (step) {
            case Step.Taken taken -> taken;
            case Step.Rejected(Decision.Refused refusal) -> throw new CommandRefused(refusal);
        };
    }

    private CommandOutcome keep(@Nullable LoadedEscalation loaded, Step.Taken taken) {
        Escalation after = taken.after();
        Actor actor = taken.situation().actor();
        Optional<Trace> from = trace.or(() -> loaded == null ? Optional.empty() : loaded.trace());
        List<RecordedEvent> happenings = new ArrayList<>();
        for (Event event : taken.events()) {
            happenings.add(new RecordedEvent(
                    taken.before() + 1 + happenings.size(), at, actor.id(), actor.name(), event, from));
        }
        DecisionListener.DecisionRecord decision = new DecisionListener.DecisionRecord(
                after, happenings, taken.messages(), taken.situation().playbook());
        Set<Alarm> alarms = Set.copyOf(taken.alarms());
        LoadedEscalation now = new LoadedEscalation(taken.sequence(), after, loaded == null ? from : loaded.trace());
        // Nothing can fail from here on, so a decision is recorded whole or not at all.
        decisions.add(decision);
        changes.merge(
                after.key(),
                new EscalationTable.StateChange(loaded, now),
                (before, last) -> new EscalationTable.StateChange(before.before(), now));
        if (loaded == null) {
            armFirst(Subject.escalation(after.key()), alarms);
        } else {
            arm(Subject.escalation(after.key()), alarms);
        }
        return new CommandOutcome(after, now.sequence(), happenings);
    }

    /** Writes what has not been written yet. */
    void write() {
        List<Subject> unknown = wanted.keySet().stream()
                .filter(subject -> !armed.containsKey(subject))
                .toList();
        if (!unknown.isEmpty()) {
            armed.putAll(store.armed(unknown));
        }
        store.write(new EventStore.PendingWrites(
                at, List.copyOf(changes.values()), List.copyOf(decisions), List.copyOf(struck), armed, wanted));
        armed.putAll(wanted);
        changes.clear();
        wanted.clear();
        decisions.clear();
        struck.clear();
    }
}
