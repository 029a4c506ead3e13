package dev.bellrope.app.foresight;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Situations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.rule.SignalRules;
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

/**
 * Explains what the playbook in force would do with a signal, trigger by trigger. Judges as if it were heard now, and
 * stores nothing.
 */
@Component
public class WhyNot {
    /** The source of a hypothetical signal. */
    private static final String SUPPOSED = "bellrope:what-if";

    private final Situations situations;
    private final Escalations escalations;
    private final Playbooks playbooks;
    private final Directory directory;
    private final Clock clock;

    WhyNot(Situations situations, Escalations escalations, Playbooks playbooks, Directory directory, Clock clock) {
        this.situations = situations;
        this.escalations = escalations;
        this.playbooks = playbooks;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The explanation of a signal.
     *
     * @param isMapped whether its account is known; until then, a signal waits and starts nothing
     * @param isStale whether it is so old that it starts nothing, whatever fires
     * @param assessment how it would be judged; null if no trigger fires
     * @param tried every trigger, in the playbook's order
     * @param does what it would do, in words
     */
    public record WhyNotAnswer(
            Playbook playbook,
            Signal signal,
            Account account,
            boolean isMapped,
            boolean isStale,
            @Nullable Assessment assessment,
            List<Triage.TriedTrigger> tried,
            List<String> does) {
        public WhyNotAnswer {
            tried = List.copyOf(tried);
            does = List.copyOf(does);
        }
    }

    /** Returns the kinds of ticket signals that triggers of the playbook in force listen to. */
    public List<String> ticketKinds() {
        return playbooks.inForce().triggers().stream()
                .flatMap(trigger -> trigger.hears().stream())
                .filter(kind -> kind.startsWith("ticket.") && !kind.endsWith("*"))
                .distinct()
                .toList();
    }

    /**
     * Explains a hypothetical signal about a watched ticket; empty if no ticket with the id is watched.
     *
     * @param promise the promise of the support plan that it concerns; empty for none
     */
    public Optional<WhyNotAnswer> ofTicket(String id, String kind, String promise, VisibleAccounts visible) {
        return escalations.tickets(List.of(id), visible).stream().findFirst().map(ticket -> {
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

    /** Explains a signal; its account is one of our ids, or empty if it is unknown. */
    public WhyNotAnswer of(Signal signal) {
        boolean mapped = directory.findAccount(signal.account()).isPresent();
        SignalRules.SignalContext context = situations.ofSignal(signal, true);
        SignalRules.SignalOutcome heard = SignalRules.hear(signal, context);
        boolean stale = SignalRules.isStale(signal, context.at());
        return new WhyNotAnswer(
                context.playbook(),
                signal,
                context.account(),
                mapped,
                stale,
                heard.verdict().assessment(),
                Triage.explain(
                        context.playbook(),
                        SignalRules.facts(signal, context),
                        context.account(),
                        signal.kind(),
                        context.at()),
                stale || !mapped
                        ? List.of()
                        : heard.commands().stream().map(WhyNot::words).toList());
    }

    private static String words(SignalRules.DirectedCommand directed) {
        return (directed.isBeginning() ? "a new escalation" : directed.key()) + ": "
                + directed.command().word();
    }
}
