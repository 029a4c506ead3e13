package dev.bellrope.app.escalations;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.store.EscalationListTable;
import dev.bellrope.app.escalations.store.OpeningTable;
import dev.bellrope.app.escalations.store.TicketTable;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Roster;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Ticket;
import dev.bellrope.core.ticket.TicketTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Loads the decision context of a decision as if it were made now. Nothing is locked or kept, so later events may
 * change it.
 */
@Component
public class Situations {
    private final EscalationListTable escalations;
    private final TicketTable tickets;
    private final OpeningTable openings;
    private final EventStore store;
    private final Playbooks playbooks;
    private final Directory directory;
    private final Clock clock;

    Situations(
            EscalationListTable escalations,
            TicketTable tickets,
            OpeningTable openings,
            EventStore store,
            Playbooks playbooks,
            Directory directory,
            Clock clock) {
        this.escalations = escalations;
        this.tickets = tickets;
        this.openings = openings;
        this.store = store;
        this.playbooks = playbooks;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Loads the context of a command on an escalation, with the playbook that it began under; workloads are counted
     * only when they are needed.
     */
    public Situation of(Escalation state, Actor actor) {
        return situation(actor, store.account(state.account()), store.playbookOf(state));
    }

    /** Loads the context of a command that begins an escalation of an account, with the playbook in force. */
    public Situation ofNew(String account, Actor actor) {
        return situation(actor, store.account(account), store.playbookInForce());
    }

    private Situation situation(Actor actor, Account account, Playbook playbook) {
        return new Situation(clock.instant(), actor, playbook, account, counting(directory.roster(), account.id()));
    }

    /** Returns a roster whose workloads are counted when a decision on an escalation of the account first needs them. */
    public Roster counting(Roster roster, String account) {
        return roster.counting(
                () -> store.loads().ofEverybody(), () -> store.loads().handledBefore(account));
    }

    /**
     * Loads the context of a signal of a known account, with the playbook in force.
     *
     * @param first whether the signal is new; the ticket already includes one that was heard before
     */
    public SignalRules.SignalContext ofSignal(Signal signal, boolean first) {
        Playbook playbook = playbooks.inForce();
        Account account = store.account(signal.account());
        Instant now = clock.instant();
        return new SignalRules.SignalContext(
                ticket(signal, first, account, playbook),
                account,
                escalations.listConcerned(signal.account(), signal.ticket()),
                playbook,
                directory.roster().ids(),
                () -> openings.inHourBefore(
                        now, playbook.version(), playbook.guardrails().openingsPerHour()),
                now);
    }

    private @Nullable Ticket ticket(Signal signal, boolean first, Account account, Playbook playbook) {
        if (!signal.isAboutTicket()) {
            return null;
        }
        Ticket known = tickets.list(List.of(signal.ticket()), VisibleAccounts.ALL).stream()
                .findFirst()
                .orElse(null);
        return known != null && !first ? known : Ticket.after(known, signal, TicketTerms.of(account, playbook));
    }
}
