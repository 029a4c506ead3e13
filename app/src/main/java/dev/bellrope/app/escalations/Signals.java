package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Hearing;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Terms;
import dev.bellrope.core.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears signals: folds the ticket, asks the policy, carries out what it says. */
@Component
class Signals {
    /** What happened longer ago than this is remembered, but starts nothing: nobody is told of last year (T57). */
    static final Duration STALE = Duration.ofHours(24);

    private final TicketTable tickets;
    private final EscalationTable escalations;
    private final AlarmTable alarms;
    private final AccountLock locks;
    private final Ledger ledger;
    private final Playbooks playbooks;
    private final Directory directory;
    private final OpeningTable openings;
    private final Clock clock;

    Signals(
            TicketTable tickets,
            EscalationTable escalations,
            AlarmTable alarms,
            AccountLock locks,
            Ledger ledger,
            Playbooks playbooks,
            Directory directory,
            OpeningTable openings,
            Clock clock) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.alarms = alarms;
        this.locks = locks;
        this.ledger = ledger;
        this.playbooks = playbooks;
        this.directory = directory;
        this.openings = openings;
        this.clock = clock;
    }

    /** Hears one signal, in the caller's transaction; tells what it did, in words. The caller holds the lock of the account. */
    List<String> hear(Signal signal, Trace trace, Instant now) {
        Playbook playbook = playbooks.inForce();
        Account account = ledger.account(signal.account());
        boolean stale = signal.at().isBefore(now.minus(STALE));
        Ticket ticket = null;
        if (signal.isAboutTicket()) {
            ticket = Ticket.after(
                    tickets.lock(signal.ticket())
                            .map(TicketTable.Watched::ticket)
                            .orElse(null),
                    signal,
                    terms(account, playbook));
            keep(ticket, trace, stale ? now : Instant.MIN, now);
        }
        return stale
                ? List.of("remembered: it happened more than a day ago, so nobody is told")
                : act(signal, trace, ticket, account, playbook);
    }

    /** A clock of a ticket struck; whether it still fitted. The caller holds the lock of the account. */
    boolean strike(String id, Alarm alarm, Instant now) {
        Optional<TicketTable.Watched> watched = tickets.lock(id);
        if (watched.isEmpty()) {
            return false;
        }
        Ticket known = watched.get().ticket();
        Trace trace = watched.get().trace().orElseGet(Trace::begin);
        Playbook playbook = playbooks.inForce();
        Account account = ledger.account(known.account());
        Optional<Ticket.Struck> struck = known.strikes().stream()
                .filter(strike -> alarm(strike).equals(alarm))
                .findFirst()
                .flatMap(strike -> known.strike(strike, now, terms(account, playbook)));
        struck.ifPresent(done -> {
            keep(done.ticket(), trace, Instant.MIN, now);
            act(done.noticed(), trace, done.ticket(), account, playbook);
        });
        return struck.isPresent();
    }

    private void keep(Ticket ticket, Trace trace, Instant notBefore, Instant now) {
        tickets.keep(ticket, trace, now);
        String subject = DueAlarm.ofTicket(ticket.id());
        alarms.arm(
                alarms.armed(List.of(subject)),
                Map.of(
                        subject,
                        ticket.strikes().stream()
                                .filter(strike -> !strike.at().isBefore(notBefore))
                                .map(Signals::alarm)
                                .toList()),
                now);
    }

    private static Alarm alarm(TargetClock.Strike strike) {
        return Alarm.target(strike.target(), strike.cycle(), strike.percent(), strike.at());
    }

    private List<String> act(Signal signal, Trace trace, @Nullable Ticket ticket, Account account, Playbook playbook) {
        Map<String, EscalationTable.Loaded> concerned = new HashMap<>();
        List<Escalation> states = new ArrayList<>();
        for (EscalationTable.Loaded loaded : escalations.lockConcerned(account.id(), signal.ticket())) {
            concerned.put(loaded.state().key(), loaded);
            states.add(loaded.state());
        }
        // Once nobody else has them in hand: what somebody else did meanwhile came before it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Hearing.Context context = new Hearing.Context(
                ticket,
                account,
                states,
                playbook,
                directory.people().stream().map(Person::id).collect(Collectors.toUnmodifiableSet()),
                () -> openings.inHourBefore(
                        now, playbook.version(), playbook.guardrails().openingsPerHour()),
                now);
        List<Hearing.Directed> commands = Hearing.hear(signal, context).commands();
        if (commands.isEmpty()) {
            return List.of();
        }
        return ledger.write(now, Optional.of(trace), sheet -> {
            List<String> did = new ArrayList<>();
            commands.forEach(directed -> carryOut(sheet, directed, concerned, account.id(), did));
            return did;
        });
    }

    private void carryOut(
            Sheet sheet,
            Hearing.Directed directed,
            Map<String, EscalationTable.Loaded> concerned,
            String account,
            List<String> did) {
        try {
            Hearing.Directed keyed = directed.isBeginning() ? directed.keyed(ledger.nextKey()) : directed;
            EscalationTable.Loaded loaded = concerned.get(keyed.key());
            Outcome outcome = loaded == null
                    ? sheet.begin(named(keyed.by()), keyed.command(), account)
                    : sheet.carryOut(loaded, named(keyed.by()), keyed.command());
            concerned.put(keyed.key(), loaded == null ? EscalationTable.Loaded.begun(outcome) : loaded.after(outcome));
            if (!outcome.happenings().isEmpty()) {
                did.add(keyed.key() + ": " + keyed.command().word());
            }
        } catch (Refused refused) {
            did.add((directed.isBeginning() ? "a new escalation" : directed.key()) + ": could not "
                    + directed.command().word() + ", " + refused.refusal().why());
        }
    }

    private Actor named(Actor by) {
        return directory
                .findPerson(by.id())
                .map(person -> new Actor(by.id(), person.name(), by.roles()))
                .orElse(by);
    }

    static Terms terms(Account account, Playbook playbook) {
        return playbook.findPlan(account.plan())
                .map(plan -> new Terms(Optional.of(plan), playbook.calendar(plan.calendar())))
                .orElse(new Terms(Optional.empty(), WorkingCalendar.always()));
    }
}
