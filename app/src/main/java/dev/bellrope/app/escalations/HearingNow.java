package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Hearing;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.ticket.Terms;
import dev.bellrope.core.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In what a signal would be heard, did it come now. Nothing is locked and nothing is kept, so what comes in between may make it different. */
@Component
class HearingNow {
    private final EscalationListTable escalations;
    private final TicketTable tickets;
    private final OpeningTable openings;
    private final Ledger ledger;
    private final Playbooks playbooks;
    private final Directory directory;
    private final Clock clock;

    HearingNow(
            EscalationListTable escalations,
            TicketTable tickets,
            OpeningTable openings,
            Ledger ledger,
            Playbooks playbooks,
            Directory directory,
            Clock clock) {
        this.escalations = escalations;
        this.tickets = tickets;
        this.openings = openings;
        this.ledger = ledger;
        this.playbooks = playbooks;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * By the playbook in force.
     *
     * @param first whether it was not heard yet; one that was heard is in its ticket already
     */
    Hearing.Context of(Signal signal, boolean first) {
        Playbook playbook = playbooks.inForce();
        Account account = ledger.account(signal.account());
        Instant now = clock.instant();
        return new Hearing.Context(
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
        Ticket known =
                tickets.list(List.of(signal.ticket())).stream().findFirst().orElse(null);
        return known != null && !first ? known : Ticket.after(known, signal, Terms.of(account, playbook));
    }
}
