package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.EscalationTable;
import dev.bellrope.app.escalations.store.OpeningTable;
import dev.bellrope.app.escalations.store.TicketTable;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.signal.Signal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Hears signals in the caller's transaction: locks what they concern, hears them, and writes the result. */
@Component
class Signals {
    private final TicketTable tickets;
    private final EscalationTable escalations;
    private final EventStore store;
    private final Playbooks playbooks;
    private final OpeningTable openings;
    private final Clock clock;

    Signals(
            TicketTable tickets,
            EscalationTable escalations,
            EventStore store,
            Playbooks playbooks,
            OpeningTable openings,
            Clock clock) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.store = store;
        this.playbooks = playbooks;
        this.openings = openings;
        this.clock = clock;
    }

    /** Hears signals in their order; returns what each did, in words. The caller holds the locks of their accounts. */
    List<List<String>> hear(List<WithTrace<Signal>> signals) {
        List<String> about = signals.stream()
                .map(WithTrace::it)
                .filter(Signal::isAboutTicket)
                .map(Signal::ticket)
                .distinct()
                .toList();
        Map<String, TicketTable.WatchedTicket> known = tickets.lock(about);
        List<String> accounts =
                signals.stream().map(one -> one.it().account()).distinct().toList();
        return listen(
                accounts,
                about,
                known,
                receiver -> signals.stream().map(receiver::hear).toList());
    }

    /**
     * Strikes a clock of a ticket; returns whether the alarm still applied. The caller holds the lock of the account.
     */
    boolean strike(String id, Alarm alarm) {
        Map<String, TicketTable.WatchedTicket> known = tickets.lock(List.of(id));
        TicketTable.WatchedTicket watched = known.get(id);
        return watched != null
                && listen(
                        List.of(watched.ticket().account()),
                        List.of(id),
                        known,
                        receiver -> receiver.strike(
                                watched.ticket(), watched.trace().orElseGet(Trace::begin), alarm));
    }

    private <T> T listen(
            Collection<String> accounts,
            Collection<String> about,
            Map<String, TicketTable.WatchedTicket> known,
            Function<SignalReceiver, T> hearing) {
        List<EscalationTable.ConcernedEscalation> concerned = escalations.lockConcerned(accounts, about);
        // Read the clock only once they are locked: what another transaction did meanwhile came before.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Playbook playbook = playbooks.inForce();
        return store.write(now, Optional.empty(), work -> {
            work.know(accounts);
            SignalReceiver receiver = new SignalReceiver(
                    work,
                    playbook,
                    () -> {
                        work.write();
                        return openings.inHourBefore(
                                now, playbook.version(), playbook.guardrails().openingsPerHour());
                    },
                    known.values(),
                    concerned);
            T result = hearing.apply(receiver);
            tickets.keep(receiver.changed(), now);
            return result;
        });
    }
}
