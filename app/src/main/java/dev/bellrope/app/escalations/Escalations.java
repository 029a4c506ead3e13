package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.alarms.DueAlarm;
import dev.bellrope.app.alarms.StrikeFailed;
import dev.bellrope.app.alarms.StrikeResult;
import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.escalations.store.AccountLock;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationListTable;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.escalations.store.EscalationTable;
import dev.bellrope.app.escalations.store.EventTable;
import dev.bellrope.app.escalations.store.OpenSequence;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.escalations.store.TicketTable;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.Traces;
import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entry point to escalations: hears signals, carries out commands, and reads. Every call is one transaction, or
 * part of the caller's.
 */
@Component
public class Escalations {
    private final EscalationTable escalations;
    private final EscalationListTable lists;
    private final EventTable events;
    private final TicketTable tickets;
    private final AlarmTable alarms;
    private final AccountLock locks;
    private final EventStore store;
    private final Signals signals;
    private final Workloads workloads;
    private final Traces traces;
    private final Clock clock;

    Escalations(
            EscalationTable escalations,
            EscalationListTable lists,
            EventTable events,
            TicketTable tickets,
            AlarmTable alarms,
            AccountLock locks,
            EventStore store,
            Signals signals,
            Workloads workloads,
            Traces traces,
            Clock clock) {
        this.escalations = escalations;
        this.lists = lists;
        this.events = events;
        this.tickets = tickets;
        this.alarms = alarms;
        this.locks = locks;
        this.store = store;
        this.signals = signals;
        this.workloads = workloads;
        this.traces = traces;
        this.clock = clock;
    }

    /** Hears a signal of a known account that starts a new trace; returns what it did, in words. */
    @Transactional
    public List<String> hear(Signal signal) {
        return hear(List.of(new WithTrace<>(signal, Trace.begin()))).getFirst();
    }

    /** Hears signals of known accounts, in their order; returns what each did, in words. */
    @Transactional
    public List<List<String>> hear(List<WithTrace<Signal>> heard) {
        // A signal counts from when its turn comes: whatever was heard while it waited came before it.
        locks.take(heard.stream().map(one -> one.it().account()).distinct().toList());
        return signals.hear(heard);
    }

    /** Begins an escalation that a person declares. The command carries no key; it is given one. */
    @Transactional
    public CommandOutcome begin(Actor actor, String account, OpeningCommand command) {
        locks.take(List.of(account));
        String key = store.nextKey();
        return store.write(
                now(), Optional.of(traces.current()), work -> work.begin(actor, command.keyed(key), account));
    }

    /** Makes the command that begins an escalation, given its key. */
    public interface OpeningCommand {
        Command keyed(String key);
    }

    /**
     * Carries out a command on an escalation.
     *
     * @param seen the sequence number of the newest event that the actor has seen; empty to skip the comparison
     * @throws CommandRefused when the command is refused; then nothing has happened
     * @throws StaleRevision when something happened that the actor has not seen
     */
    @Transactional
    public CommandOutcome act(String key, Actor actor, Command command, OptionalLong seen) {
        EscalationTable.LoadedEscalation locked = lock(key);
        if (seen.isPresent() && seen.getAsLong() != locked.sequence()) {
            throw new StaleRevision(key, events.list(key, seen.getAsLong()));
        }
        return store.write(now(), Optional.empty(), work -> work.carryOut(locked, actor, command));
    }

    /** Merges an escalation into another of the same account, and changes both at once. */
    @Transactional
    public CommandOutcome merge(String key, String into, Actor actor) {
        // Always lock in the order of the numbers, as everywhere, so that two transactions that lock several cannot
        // deadlock.
        boolean inOrder = EscalationTable.number(key) < EscalationTable.number(into);
        EscalationTable.LoadedEscalation first = lock(inOrder ? key : into);
        EscalationTable.LoadedEscalation second = lock(inOrder ? into : key);
        EscalationTable.LoadedEscalation from = first.state().key().equals(key) ? first : second;
        EscalationTable.LoadedEscalation to = first.state().key().equals(key) ? second : first;
        if (!from.state().account().equals(to.state().account())) {
            throw new CommandRefused(new dev.bellrope.core.escalation.Decision.Refused(
                    dev.bellrope.core.escalation.Decision.RefusalKind.CONTENT,
                    into + " is of another account, " + to.state().accountName()));
        }
        return store.write(now(), Optional.empty(), work -> {
            CommandOutcome merged = work.carryOut(from, actor, new Command.Merge(into));
            work.carryOut(to, actor, Command.Absorb.of(merged.state()));
            return merged;
        });
    }

    /**
     * Strikes the due alarms of some escalations in one transaction. Each alarm strikes once, whichever node comes
     * first. Escalations that another transaction has locked are left for later.
     *
     * @param limit the largest number of alarms to look at
     * @param except the keys of escalations to leave out
     * @throws StrikeFailed when none of it could be written
     */
    @Transactional
    public StrikeResult strikeDue(int limit, Set<String> except) {
        Instant now = now();
        Map<String, EscalationTable.LoadedEscalation> locked = new LinkedHashMap<>();
        escalations.lockDue(now, limit, except).forEach(one -> locked.putIfAbsent(one.key(), one));
        if (locked.isEmpty()) {
            return StrikeResult.NOTHING;
        }
        try {
            StrikeResult struck = store.write(now, Optional.empty(), work -> work.strike(locked.values()));
            if (traces.isExported()) {
                follow(struck, locked, now);
            }
            return struck;
        } catch (RuntimeException e) {
            throw new StrikeFailed(
                    locked.keySet().stream().map(Subject::escalation).toList(), e);
        }
    }

    private void follow(StrikeResult struck, Map<String, EscalationTable.LoadedEscalation> locked, Instant begun) {
        Instant ended = now();
        struck.struck().stream()
                .map(DueAlarm::key)
                .distinct()
                .forEach(key -> Optional.ofNullable(locked.get(key))
                        .flatMap(EscalationTable.LoadedEscalation::trace)
                        .ifPresent(trace ->
                                traces.did("strike", trace, Map.of("bellrope.escalation", key), begun, ended)));
    }

    /**
     * Strikes a due alarm of a ticket. The alarm strikes once, whichever node comes first. Does not wait for locks.
     *
     * @return whether it struck; false when it had struck already, or when another transaction holds the lock of the
     *     account
     */
    @Transactional
    public boolean strikeTicket(DueAlarm due) {
        List<Ticket> ticket = tickets.list(List.of(due.key()), VisibleAccounts.ALL);
        if (!ticket.isEmpty() && !locks.tryTake(ticket.getFirst().account())) {
            return false;
        }
        Instant now = now();
        Optional<DueAlarm> taken = alarms.take(due, now);
        taken.ifPresent(struck ->
                alarms.struck(List.of(new AlarmTable.StrikeRow(struck, signals.strike(due.key(), due.alarm()))), now));
        return taken.isPresent();
    }

    /** Finds an escalation by its key. */
    @Transactional(readOnly = true)
    public Optional<CommandOutcome> find(String key) {
        return escalations.find(key).map(found -> new CommandOutcome(found.state(), found.sequence(), List.of()));
    }

    /** Finds an escalation if its account may be seen. */
    @Transactional(readOnly = true)
    public Optional<CommandOutcome> find(String key, VisibleAccounts visible) {
        return find(key).filter(found -> visible.has(found.state().account()));
    }

    /** Returns the events after a sequence number, in order. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> history(String key, long after) {
        return events.list(key, after);
    }

    /** Folds the state from all events; it equals the stored state. */
    @Transactional(readOnly = true)
    public @Nullable Escalation refold(String key) {
        Escalation state = null;
        for (RecordedEvent happening : events.list(key, 0)) {
            state = Evolution.after(state, happening.at(), happening.actor(), happening.event());
        }
        return state;
    }

    /** Returns how far the history of each open escalation reaches, by key. */
    @Transactional(readOnly = true)
    public Map<String, OpenSequence> openSequences() {
        return lists.openSequences();
    }

    /** Lists escalations with numbers below a given one, the newest first. */
    @Transactional(readOnly = true)
    public List<EscalationRow> list(EscalationFilter filter, long below, int limit) {
        return lists.list(filter, below, limit);
    }

    /** Lists the open escalations in which a person holds a role; the promise that is due first comes first. */
    @Transactional(readOnly = true)
    public List<EscalationRow> listOpenOf(String person, VisibleAccounts visible, int limit) {
        return lists.listOpenOf(person, visible, limit);
    }

    /**
     * Lists the states of the open escalations that may need something from a person: those in which they hold a role,
     * that wait for them, that have no owner, or that are not active. The promise that is due first comes first.
     *
     * @param names the names by which they may be asked: their id, their role and their duties
     */
    @Transactional(readOnly = true)
    public List<Escalation> listConcerning(String person, Set<String> names, VisibleAccounts visible, int limit) {
        return lists.listConcerning(person, names, visible, limit);
    }

    /** Lists the states of the open escalations; the promise that is due first comes first. */
    @Transactional(readOnly = true)
    public List<Escalation> listOpenStates(VisibleAccounts visible, int limit) {
        return lists.listOpenStates(visible, limit);
    }

    /** Returns the watched tickets among the given ids. */
    @Transactional(readOnly = true)
    public List<Ticket> tickets(List<String> ids, VisibleAccounts visible) {
        return tickets.list(ids, visible);
    }

    /** Lists an account's tickets, the last changed first. */
    @Transactional(readOnly = true)
    public List<Ticket> ticketsOfAccount(String account, int limit) {
        return tickets.listOfAccount(account, limit);
    }

    /** Returns the workload of every person. */
    @Transactional(readOnly = true)
    public Map<String, Roster.PersonLoad> loads() {
        return workloads.ofEverybody();
    }

    /** Returns the playbook that an escalation is judged by. */
    public Playbook playbookOf(Escalation escalation) {
        return store.playbookOf(escalation);
    }

    /** Milliseconds are finer than any promise, and the database keeps them exactly. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private EscalationTable.LoadedEscalation lock(String key) {
        return escalations.lock(key).orElseThrow(() -> new NoSuchEscalation(key));
    }
}
