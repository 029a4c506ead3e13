package dev.bellrope.app.escalations;

import dev.bellrope.app.alarms.Subject;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationTable.ConcernedEscalation;
import dev.bellrope.app.escalations.store.EscalationTable.LoadedEscalation;
import dev.bellrope.app.escalations.store.TicketTable;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Ticket;
import dev.bellrope.core.ticket.TicketTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hears the signals of one transaction, at one instant, about accounts, tickets and escalations that it has locked:
 * folds the ticket, applies the playbook, and decides in the unit of work. Each signal sees what those before it
 * changed.
 */
final class SignalReceiver {
    private final UnitOfWork work;
    private final Playbook playbook;
    private final IntSupplier opened;
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, WithTrace<Ticket>> changed = new LinkedHashMap<>();

    /** By key, the oldest first. */
    private final Map<String, ConcernedEscalation> escalations = new LinkedHashMap<>();

    /**
     * Creates a receiver.
     *
     * @param opened how many escalations the playbook opened by itself in the last hour
     */
    SignalReceiver(
            UnitOfWork work,
            Playbook playbook,
            IntSupplier opened,
            Collection<TicketTable.WatchedTicket> watched,
            Collection<ConcernedEscalation> concerned) {
        this.work = work;
        this.playbook = playbook;
        this.opened = opened;
        watched.forEach(one -> tickets.put(one.ticket().id(), one.ticket()));
        concerned.forEach(one -> escalations.put(one.loaded().key(), one));
    }

    /** Hears a signal; returns what it did, in words. */
    List<String> hear(WithTrace<Signal> heard) {
        Signal signal = heard.it();
        work.follow(heard.trace());
        boolean stale = SignalRules.isStale(signal, work.at());
        Ticket ticket = null;
        if (signal.isAboutTicket()) {
            Account account = work.account(signal.account());
            ticket = Ticket.after(tickets.get(signal.ticket()), signal, TicketTerms.of(account, playbook));
            keep(ticket, heard.trace(), stale ? work.at() : Instant.MIN);
        }
        return stale ? List.of("remembered: it happened more than a day ago, so nobody is told") : act(signal, ticket);
    }

    /** Strikes a clock of a ticket; returns whether the alarm still applied. */
    boolean strike(Ticket ticket, Trace trace, Alarm alarm) {
        Optional<Ticket.TicketStrike> struck = ticket.strikes().stream()
                .filter(strike -> alarm(strike).equals(alarm))
                .findFirst()
                .flatMap(strike ->
                        ticket.strike(strike, work.at(), TicketTerms.of(work.account(ticket.account()), playbook)));
        struck.ifPresent(done -> {
            work.follow(trace);
            keep(done.ticket(), trace, Instant.MIN);
            act(done.noticed(), done.ticket());
        });
        return struck.isPresent();
    }

    /** Returns the tickets that have changed, as they are now. */
    Collection<WithTrace<Ticket>> changed() {
        return changed.values();
    }

    private void keep(Ticket ticket, Trace trace, Instant notBefore) {
        boolean first = tickets.put(ticket.id(), ticket) == null;
        changed.put(ticket.id(), new WithTrace<>(ticket, trace));
        Set<Alarm> alarms = ticket.strikes().stream()
                .filter(strike -> !strike.at().isBefore(notBefore))
                .map(SignalReceiver::alarm)
                .collect(Collectors.toUnmodifiableSet());
        if (first) {
            work.armFirst(Subject.ticket(ticket.id()), alarms);
        } else {
            work.arm(Subject.ticket(ticket.id()), alarms);
        }
    }

    private static Alarm alarm(TargetClock.ClockStrike strike) {
        return Alarm.target(strike.target(), strike.cycle(), strike.percent(), strike.at());
    }

    private List<String> act(Signal signal, @Nullable Ticket ticket) {
        List<Escalation> states = escalations.values().stream()
                .filter(one -> one.concerns(signal.account(), signal.ticket()))
                .map(one -> one.loaded().state())
                .toList();
        SignalRules.SignalContext context = new SignalRules.SignalContext(
                ticket,
                work.account(signal.account()),
                states,
                playbook,
                work.everybody().ids(),
                opened,
                work.at());
        List<String> did = new ArrayList<>();
        for (SignalRules.DirectedCommand directed :
                SignalRules.hear(signal, context).commands()) {
            carryOut(directed, signal.account(), did);
        }
        return did;
    }

    private void carryOut(SignalRules.DirectedCommand directed, String account, List<String> did) {
        try {
            SignalRules.DirectedCommand keyed = directed.isBeginning() ? directed.keyed(work.nextKey()) : directed;
            ConcernedEscalation before = escalations.get(keyed.key());
            CommandOutcome outcome = before == null
                    ? work.begin(named(keyed.by()), keyed.command(), account)
                    : work.carryOut(before.loaded(), named(keyed.by()), keyed.command());
            LoadedEscalation after = before == null
                    ? LoadedEscalation.begun(outcome)
                    : before.loaded().after(outcome);
            escalations.put(keyed.key(), new ConcernedEscalation(after, before == null ? Set.of() : before.covers()));
            if (!outcome.happenings().isEmpty()) {
                did.add(keyed.key() + ": " + keyed.command().word());
            }
        } catch (CommandRefused refused) {
            did.add((directed.isBeginning() ? "a new escalation" : directed.key()) + ": could not "
                    + directed.command().word() + ", " + refused.refusal().why());
        }
    }

    private Actor named(Actor by) {
        return work.everybody()
                .find(by.id())
                .map(person -> new Actor(by.id(), person.name(), by.roles()))
                .orElse(by);
    }
}
