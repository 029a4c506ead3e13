package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Hearing;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the playbook in force would make of a signal, trigger by trigger. Judges as if it were heard now, and keeps nothing of it. */
@Component
public class WhyNot {
    /** Where a signal comes from that is only supposed. */
    private static final String SUPPOSED = "bellrope:what-if";

    private final HearingNow hearing;
    private final TicketTable tickets;
    private final Playbooks playbooks;
    private final Directory directory;
    private final Clock clock;

    WhyNot(HearingNow hearing, TicketTable tickets, Playbooks playbooks, Directory directory, Clock clock) {
        this.hearing = hearing;
        this.tickets = tickets;
        this.playbooks = playbooks;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What it came to.
     *
     * @param isMapped whether its account is known; while it is not, a signal waits and starts nothing
     * @param isStale whether it happened so long ago that it starts nothing, whatever fires
     * @param assessment how it would be judged; null where no trigger fires
     * @param tried every trigger, in the playbook's order
     * @param does what would be done, in words
     */
    public record Answer(
            Playbook playbook,
            Signal signal,
            Account account,
            boolean isMapped,
            boolean isStale,
            @Nullable Assessment assessment,
            List<Triage.Tried> tried,
            List<String> does) {
        public Answer {
            tried = List.copyOf(tried);
            does = List.copyOf(does);
        }
    }

    /** What of a watched ticket might be heard: the kinds that triggers of the playbook in force listen to. */
    public List<String> ticketKinds() {
        return playbooks.inForce().triggers().stream()
                .flatMap(trigger -> trigger.hears().stream())
                .filter(kind -> kind.startsWith("ticket.") && !kind.endsWith("*"))
                .distinct()
                .toList();
    }

    /**
     * Supposes that something is heard of a watched ticket; empty where none of that id is watched.
     *
     * @param promise the promise of the support plan that it is about; empty for none
     */
    public Optional<Answer> ofTicket(String id, String kind, String promise) {
        return tickets.list(List.of(id)).stream().findFirst().map(ticket -> {
            Map<String, Object> data = promise.isEmpty()
                    ? Map.of()
                    : Map.of(
                            "target",
                            promise,
                            "missed_count",
                            (long) ticket.misses().getOrDefault(promise, 0)
                                    + (kind.equals(SignalKind.TICKET_TARGET_MISSED) ? 1 : 0));
            return of(new Signal(SUPPOSED, id, kind, clock.instant(), ticket.account(), id, "", data));
        });
    }

    /** Supposes that a signal is heard; its account is an id of ours, or empty while nobody knows it. */
    public Answer of(Signal signal) {
        boolean mapped = directory.findAccount(signal.account()).isPresent();
        Hearing.Context context = hearing.of(signal, true);
        Hearing.Heard heard = Hearing.hear(signal, context);
        boolean stale = signal.at().isBefore(context.at().minus(Listening.STALE));
        return new Answer(
                context.playbook(),
                signal,
                context.account(),
                mapped,
                stale,
                heard.verdict().assessment(),
                Triage.explain(
                        context.playbook(),
                        Hearing.facts(signal, context),
                        context.account(),
                        signal.kind(),
                        context.at()),
                stale || !mapped
                        ? List.of()
                        : heard.commands().stream().map(WhyNot::words).toList());
    }

    private static String words(Hearing.Directed directed) {
        return (directed.isBeginning() ? "a new escalation" : directed.key()) + ": "
                + directed.command().word();
    }
}
